package org.reentryatlas.travel;

import com.carrotsearch.hppc.cursors.IntCursor;
import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.routing.subnetwork.TarjanSCC;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.EdgeIteratorState;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Shortest ways on a network in one mode (E. W. Dijkstra, Numerische Mathematik 1, 1959), found by GraphHopper. */
final class Trees implements AutoCloseable {
    /** In a tree: no way leads there within the limit. */
    static final int NONE = -1;

    private static final int FORBIDDEN = -1;
    private static final int MILLIS = 1_000;
    /** GraphHopper keeps nothing of ours with a stretch. */
    private static final int NO_BYTES = 0;

    private final BaseGraph graph;
    private final Times times;
    private final int nodes;

    Trees(StreetNetwork network, Mode mode) {
        this.nodes = network.nodes().size();
        this.graph = new BaseGraph.Builder(NO_BYTES).create();
        for (int node = 0; node < nodes; node++) {
            var place = network.nodes().get(node);
            graph.getNodeAccess().setNode(node, place.latitude(), place.longitude());
        }
        // GraphHopper refuses a stretch that ends where it begins, and no shortest way goes along one.
        List<Stretch> stretches = network.stretches().stream()
                .filter(stretch -> stretch.from() != stretch.to())
                .toList();
        stretches.forEach(stretch -> graph.edge(stretch.from(), stretch.to()));
        this.times = new Times(stretches, mode);
    }

    /**
     * The nodes of the largest part of the network in which every node can be reached from every other: not those of islands,
     * and not those of one-way traps.
     */
    BitSet mainPart() {
        BitSet main = new BitSet(nodes);
        if (nodes > 0) {
            var components = TarjanSCC.findComponents(graph, edge -> times.millis(edge, false) != FORBIDDEN, false);
            for (IntCursor node : components.getBiggestComponent()) {
                main.set(node.value);
            }
        }
        return main;
    }

    /**
     * How long it takes from every node to one.
     *
     * @param limit most seconds; what takes exactly as long is reached
     * @return whole seconds by node, half a second up, or {@link #NONE}
     */
    int[] secondsTo(int node, int limit) {
        int[] seconds = new int[nodes];
        Arrays.fill(seconds, NONE);
        ShortestPathTree tree = new ShortestPathTree(graph, times, true, TraversalMode.NODE_BASED);
        // GraphHopper leaves out what takes exactly as long as its limit.
        tree.setTimeLimit((double) limit * MILLIS + 1);
        tree.search(node, label -> seconds[label.node] = Math.toIntExact((label.time + MILLIS / 2) / MILLIS));
        return seconds;
    }

    @Override
    public void close() {
        graph.close();
    }

    /** Milliseconds of each stretch both ways, by its number, which GraphHopper gives in order too. */
    private static final class Times implements Weighting {
        private final int[] first;
        private final int[] there;
        private final int[] back;

        Times(List<Stretch> stretches, Mode mode) {
            this.first = stretches.stream().mapToInt(Stretch::from).toArray();
            this.there = stretches.stream()
                    .mapToInt(stretch -> stretch.millis(mode, false).orElse(FORBIDDEN))
                    .toArray();
            this.back = stretches.stream()
                    .mapToInt(stretch -> stretch.millis(mode, true).orElse(FORBIDDEN))
                    .toArray();
        }

        int millis(EdgeIteratorState edge, boolean reverse) {
            int stretch = edge.getEdge();
            boolean isBack = (edge.getBaseNode() != first[stretch]) != reverse;
            return isBack ? back[stretch] : there[stretch];
        }

        @Override
        public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
            int millis = millis(edge, reverse);
            return millis == FORBIDDEN ? Double.POSITIVE_INFINITY : millis;
        }

        @Override
        public long calcEdgeMillis(EdgeIteratorState edge, boolean reverse) {
            return millis(edge, reverse);
        }

        /** Nothing here estimates what is left of a way. */
        @Override
        public double calcMinWeightPerDistance() {
            return 0;
        }

        @Override
        public double calcTurnWeight(int inEdge, int viaNode, int outEdge) {
            return 0;
        }

        @Override
        public long calcTurnMillis(int inEdge, int viaNode, int outEdge) {
            return 0;
        }

        @Override
        public boolean hasTurnCosts() {
            return false;
        }

        @Override
        public String getName() {
            return "time";
        }
    }
}
