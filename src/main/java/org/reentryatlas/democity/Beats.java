package org.reentryatlas.democity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;

/** Cuts the city into 4 districts, each of them into 3 sectors, each of those into 4 beats. */
final class Beats {
    private static final int DISTRICTS = 4;
    private static final int SECTORS = 3;
    private static final int BEATS = 4;
    /** Keeps empty ground from being free: so many addresses' worth of weight per square metre. */
    private static final double WEIGHT_OF_LAND = 1.0 / 9000;

    /** By beat number, without the sparse ones; a name fits its place for the committed seed only. */
    private static final List<String> NAMES = List.of(
            "Prairie Hills",
            "Meadowlark Hills",
            "Sheridan Heights",
            "Heron Marsh",
            "Fort Road",
            "Westgate",
            "Granite Park",
            "Maplewood",
            "Orchard Terrace",
            "Riverside",
            "Courthouse Square",
            "Kestrel Ridge",
            "Windmill Park",
            "Pioneer Village",
            "Juniper Grove",
            "Aspen Court",
            "Capitol Hill",
            "Founders Park",
            "Ferry Landing",
            "Larkspur Green",
            "Pronghorn Run",
            "Sage Meadows",
            "Old Mill",
            "Southbank",
            "Stockyards",
            "Union Park",
            "Sandstone",
            "Fairgrounds",
            "Agate Hill",
            "Opal Creek",
            "Cottonwood Flats",
            "Pine Rest",
            "Oriole Park",
            "Willow Bend",
            "Eastlake",
            "Bluff View",
            "Tillman Place",
            "Prairie Landing",
            "Depot District",
            "Granary Row",
            "Chapel Hill",
            "Foundry Bottoms",
            "Kessler Heights",
            "Gunderson Addition",
            "Fairway");

    private final Blocks blocks;
    private final double[] weights;
    /** For every block the sparse beat that it belongs to, or -1. */
    private final int[] sparse;

    private Beats(Blocks blocks, List<Address> addresses) {
        this.blocks = blocks;
        this.weights = new double[blocks.all().size()];
        this.sparse = new int[weights.length];
        for (Block block : blocks.all()) {
            weights[block.id()] = block.polygon().getArea() * WEIGHT_OF_LAND;
            sparse[block.id()] = sparseAt(block);
        }
        addresses.forEach(a -> weights[a.block()]++);
        for (int place = 0; place < Places.SPARSE_BEATS.size(); place++) {
            keepConnected(place);
        }
    }

    /** A beat is one piece, so only the largest piece of the sparse place counts. */
    private void keepConnected(int place) {
        Set<Integer> ids = new HashSet<>();
        for (int id = 0; id < sparse.length; id++) {
            if (sparse[id] == place) {
                ids.add(id);
            }
        }
        Set<Integer> largest = largestPart(ids);
        ids.stream().filter(id -> !largest.contains(id)).forEach(id -> sparse[id] = -1);
    }

    private static int sparseAt(Block block) {
        for (int i = 0; i < Places.SPARSE_BEATS.size(); i++) {
            if (Shapes.covers(Places.SPARSE_BEATS.get(i).shape(), block.centre())) {
                return i;
            }
        }
        return -1;
    }

    static List<Area> of(Blocks blocks, List<Address> addresses) {
        Beats beats = new Beats(blocks, addresses);
        List<Integer> all = blocks.all().stream().map(Block::id).toList();
        List<Area> areas = new ArrayList<>();
        Iterator<String> names = NAMES.iterator();
        List<List<Integer>> districts = beats.split(all, DISTRICTS, true);
        for (int d = 0; d < DISTRICTS; d++) {
            List<List<Integer>> sectors = beats.split(districts.get(d), SECTORS, true);
            for (int s = 0; s < SECTORS; s++) {
                int sector = d * SECTORS + s + 1;
                List<List<Integer>> parts = beats.sparseFirst(sectors.get(s));
                for (int b = 0; b < parts.size(); b++) {
                    String key = "%02d%d".formatted(sector, b + 1);
                    int place = beats.sparse[parts.get(b).get(0)];
                    String name = place < 0
                            ? names.next()
                            : Places.SPARSE_BEATS.get(place).name();
                    areas.add(new Area(key, name, "%02d".formatted(sector), String.valueOf(d + 1), parts.get(b)));
                }
            }
        }
        return areas;
    }

    /** Two connected halves of about equal weight. */
    static List<List<Integer>> halves(Blocks blocks, List<Address> addresses, List<Integer> ids) {
        return new Beats(blocks, addresses).split(ids, 2, false);
    }

    /** The beats of a sector; a sparse place inside it is one of them, together with what it would cut off. */
    private List<List<Integer>> sparseFirst(List<Integer> sector) {
        Set<Integer> rest = new HashSet<>(sector);
        List<List<Integer>> beats = new ArrayList<>();
        for (int place = 0; place < Places.SPARSE_BEATS.size(); place++) {
            int wanted = place;
            List<Integer> own = sector.stream().filter(b -> sparse[b] == wanted).toList();
            if (!own.isEmpty()) {
                rest.removeAll(own);
                beats.add(new ArrayList<>(own));
            }
        }
        if (!beats.isEmpty()) {
            Set<Integer> largest = largestPart(rest);
            List<Integer> cutOff =
                    rest.stream().filter(b -> !largest.contains(b)).sorted().toList();
            beats.get(0).addAll(cutOff);
            rest = largest;
        }
        beats.addAll(split(rest.stream().sorted().toList(), BEATS - beats.size(), false));
        return beats;
    }

    private Set<Integer> largestPart(Set<Integer> ids) {
        Set<Integer> left = new HashSet<>(ids);
        Set<Integer> largest = Set.of();
        for (int start : ids.stream().sorted().toList()) {
            if (left.remove(start)) {
                Set<Integer> part = new HashSet<>(Set.of(start));
                List<Integer> open = new ArrayList<>(List.of(start));
                while (!open.isEmpty()) {
                    for (Block.Border border :
                            blocks.all().get(open.remove(open.size() - 1)).borders()) {
                        if (left.remove(border.other())) {
                            part.add(border.other());
                            open.add(border.other());
                        }
                    }
                }
                largest = part.size() > largest.size() ? part : largest;
            }
        }
        return largest;
    }

    /** Parts from north to south, and from west to east among those of about one height. */
    private List<List<Integer>> split(List<Integer> ids, int parts, boolean keepSparseWhole) {
        List<List<Integer>> groups = groups(ids, keepSparseWhole);
        List<Integer> partOf = Splitter.split(units(groups), parts);
        Map<Integer, List<Integer>> result = new TreeMap<>();
        for (int i = 0; i < groups.size(); i++) {
            result.computeIfAbsent(partOf.get(i), p -> new ArrayList<>()).addAll(groups.get(i));
        }
        return result.values().stream()
                .sorted(Comparator.comparingDouble(p -> centre(p).x - 2 * centre(p).y))
                .toList();
    }

    private List<List<Integer>> groups(List<Integer> ids, boolean keepSparseWhole) {
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int id : ids) {
            int group = keepSparseWhole && sparse[id] >= 0 ? -1 - sparse[id] : id;
            groups.computeIfAbsent(group, g -> new ArrayList<>()).add(id);
        }
        return List.copyOf(groups.values());
    }

    private List<Splitter.Unit> units(List<List<Integer>> groups) {
        Map<Integer, Integer> groupOf = new LinkedHashMap<>();
        for (int g = 0; g < groups.size(); g++) {
            int number = g;
            groups.get(g).forEach(id -> groupOf.put(id, number));
        }
        List<Splitter.Unit> units = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            Map<Integer, Block.Border> links = new TreeMap<>();
            for (int id : groups.get(g)) {
                for (Block.Border border : blocks.all().get(id).borders()) {
                    Integer other = groupOf.get(border.other());
                    if (other != null && other != g) {
                        links.merge(other, new Block.Border(other, border.length(), border.barrier()), Beats::joined);
                    }
                }
            }
            double weight =
                    groups.get(g).stream().mapToDouble(id -> weights[id]).sum();
            units.add(new Splitter.Unit(g, weight, centre(groups.get(g)), List.copyOf(links.values())));
        }
        return units;
    }

    private static Block.Border joined(Block.Border a, Block.Border b) {
        double length = a.length() + b.length();
        return new Block.Border(a.other(), length, (a.barrier() * a.length() + b.barrier() * b.length()) / length);
    }

    private Coordinate centre(List<Integer> ids) {
        double weight = 0;
        double x = 0;
        double y = 0;
        for (int id : ids) {
            Block block = blocks.all().get(id);
            double area = block.polygon().getArea();
            weight += area;
            x += area * block.centre().x;
            y += area * block.centre().y;
        }
        return new Coordinate(x / weight, y / weight);
    }
}
