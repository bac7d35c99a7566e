package org.reentryatlas.travel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;

/** Shortest ways as a textbook has them (E. W. Dijkstra, Numerische Mathematik 1, 1959), from a node on: what the product is held to. */
final class TextbookWays {
    static final long UNREACHED = Long.MAX_VALUE;

    private final List<List<Step>> steps = new ArrayList<>();

    private record Step(int to, int millis) {}

    private record Reached(int node, long millis) {}

    TextbookWays(StreetNetwork network, Mode mode) {
        network.nodes().forEach(node -> steps.add(new ArrayList<>()));
        for (Stretch stretch : network.stretches()) {
            add(stretch.from(), stretch.to(), stretch.millis(mode, false));
            add(stretch.to(), stretch.from(), stretch.millis(mode, true));
        }
    }

    private void add(int from, int to, OptionalInt millis) {
        millis.ifPresent(time -> steps.get(from).add(new Step(to, time)));
    }

    /** Milliseconds to every node, or {@link #UNREACHED}. */
    long[] millisFrom(int start) {
        long[] best = new long[steps.size()];
        Arrays.fill(best, UNREACHED);
        PriorityQueue<Reached> queue = new PriorityQueue<>(Comparator.comparingLong(Reached::millis));
        best[start] = 0;
        queue.add(new Reached(start, 0));
        for (Reached here = queue.poll(); here != null; here = queue.poll()) {
            if (here.millis > best[here.node]) {
                continue;
            }
            for (Step step : steps.get(here.node)) {
                long millis = here.millis + step.millis;
                if (millis < best[step.to]) {
                    best[step.to] = millis;
                    queue.add(new Reached(step.to, millis));
                }
            }
        }
        return best;
    }
}
