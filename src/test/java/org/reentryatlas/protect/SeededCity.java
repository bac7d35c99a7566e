package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A city that a seed draws: blocks on a square, beats and tracts whose lines nearly coincide, hexagons of two levels of which the
 * larger are made of whole smaller ones, people with six needs, and a few halfway houses. Layers are laid over each other
 * block by block, so that any choice of layers makes a system. From one release to the next some households leave and others come.
 */
final class SeededCity {
    static final List<String> LAYERS = List.of("city", "district", "beat", "tract", "hexagon", "large hexagon");

    /** Published where hexagons are found once more from another point of each block, so that some blocks fall into others. */
    static final String REBINNED = "hexagon from corners";

    /** Beats after a line between two of them was moved by a block. */
    static final String MOVED = "beat drawn anew";

    private static final int NEEDS = 6;

    /** One household in so many leaves from one release to the next. */
    private static final int LEAVES = 12;

    private static final Map<String, Integer> WEIGHT =
            Map.of("city", 500, "district", 100, "beat", 20, "tract", 10, "hexagon", 5, "large hexagon", 8);

    /** People of a block: households of whom everybody counts once, and which needs each person has. */
    private record Block(List<List<boolean[]>> households, List<boolean[]> groupQuarters) {}

    /** How large a city is. */
    record Size(int people, int beatsAcross, int blocksAcrossBeat, double hexagon) {
        /** Sizes of the acceptance test, from a thousand people to ten thousand. */
        static Size of(long seed) {
            // As many of one to three thousand people as of three to ten: there are more small cities than large ones.
            int people = (int) (1_000 * Math.pow(10, new SplittableRandom(seed).nextDouble()));
            return new Size(people, people < 3_000 ? 3 : people < 7_000 ? 4 : 5, 8, 3);
        }

        int blocksAcross() {
            return beatsAcross * blocksAcrossBeat;
        }
    }

    private final Random random;
    private final Size size;
    private final int needs;
    private final List<Block> blocks = new ArrayList<>();
    private final SeededLayers zones;
    private final double[] share;

    /** The city of a seed, with six needs. */
    SeededCity(long seed, Size size) {
        this(seed, size, NEEDS);
    }

    SeededCity(long seed, Size size, int needs) {
        this.random = new Random(seed);
        this.size = size;
        this.needs = needs;
        int across = size.blocksAcross();
        for (int block = 0; block < across * across; block++) {
            blocks.add(new Block(new ArrayList<>(), new ArrayList<>()));
        }
        this.zones = new SeededLayers(size, random);
        this.share = settle(across * across);
    }

    int people() {
        return blocks.stream()
                .mapToInt(
                        block -> people(List.of(block)) + block.groupQuarters().size())
                .sum();
    }

    /** Lets time pass until the next release. */
    void goOn() {
        int left = 0;
        for (Block block : blocks) {
            int before = block.households().size();
            block.households().removeIf(household -> random.nextInt(LEAVES) == 0);
            left += before - block.households().size();
        }
        // Who comes moves to where others live.
        List<Block> lived = blocks.stream()
                .flatMap(block -> Collections.nCopies(block.households().size(), block).stream())
                .toList();
        for (int household = 0; household < left; household++) {
            lived.get(random.nextInt(lived.size())).households().add(household(Integer.MAX_VALUE, share));
        }
    }

    private List<boolean[]> household(int most, double[] share) {
        int members = Math.min(most, random.nextInt(12) == 0 ? 2 + random.nextInt(3) : 1);
        List<boolean[]> household = new ArrayList<>();
        IntStream.range(0, members).forEach(person -> household.add(needs(share)));
        return household;
    }

    /** Gives how common each need is. */
    private double[] settle(int blockCount) {
        double[] crowded =
                random.doubles(blockCount).map(draw -> draw * draw * draw).toArray();
        double all = IntStream.range(0, blockCount).mapToDouble(i -> crowded[i]).sum();
        double[] share = random.doubles(needs, 0.03, 0.4).toArray();
        for (int block = 0; block < blockCount; block++) {
            double expected = size.people() * crowded[block] / all;
            int here = (int) (expected + random.nextDouble());
            while (here > 0) {
                List<boolean[]> household = household(here, share);
                blocks.get(block).households().add(household);
                here -= household.size();
            }
        }
        addHalfwayHouses(share);
        return share;
    }

    /** Houses stand where few others live, so that taking their beds off the count matters. */
    private void addHalfwayHouses(double[] share) {
        Map<Integer, List<Block>> hexagons = new TreeMap<>();
        for (int block = 0; block < blocks.size(); block++) {
            hexagons.computeIfAbsent(zones.of("hexagon", block), key -> new ArrayList<>())
                    .add(blocks.get(block));
        }
        List<List<Block>> sparse = hexagons.values().stream()
                .filter(ground -> households(ground) >= 3)
                .sorted(Comparator.comparingInt(SeededCity::people))
                .toList();
        for (int house = 0; house < 3; house++) {
            List<Block> ground = sparse.get(house);
            Block block = ground.get(random.nextInt(ground.size()));
            int beds = 12 + random.nextInt(30);
            IntStream.range(0, beds).forEach(bed -> block.groupQuarters().add(needs(share)));
        }
    }

    private static int households(List<Block> ground) {
        return ground.stream().mapToInt(block -> block.households().size()).sum();
    }

    private static int people(List<Block> ground) {
        return ground.stream()
                .flatMap(block -> block.households().stream())
                .mapToInt(List::size)
                .sum();
    }

    private boolean[] needs(double[] share) {
        boolean[] has = new boolean[needs];
        for (int need = 0; need < needs; need++) {
            has[need] = random.nextDouble() < share[need];
        }
        return has;
    }

    /** The layers laid over each other: cells by layer, area and measure, so that a further layer only adds cells at the end. */
    CellSystem system(List<String> layers) {
        return system(layers, List.of());
    }

    /**
     * The same, to be published after another release.
     *
     * @param before what that one published of the same layers
     */
    CellSystem system(List<String> layers, List<Published> before) {
        Map<List<Integer>, List<Integer>> atoms = new LinkedHashMap<>();
        for (int block = 0; block < blocks.size(); block++) {
            int at = block;
            List<Integer> areas =
                    layers.stream().map(layer -> zones.of(layer, at)).toList();
            atoms.computeIfAbsent(areas, key -> new ArrayList<>()).add(block);
        }
        CellSystem.Builder system = CellSystem.builder();
        for (int measure = 0; measure <= needs; measure++) {
            int index = 0;
            for (List<Integer> ground : atoms.values()) {
                Facts facts = facts(ground, measure);
                int atom = system.atom(facts.count(), facts.groupQuarters());
                if (measure > 0) {
                    system.atMost(atom, index);
                }
                index++;
            }
        }
        List<Cell> cells = new ArrayList<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            cells.addAll(cells(layers.get(layer), layer, List.copyOf(atoms.keySet())));
        }
        for (int cell = 0; cell < cells.size(); cell++) {
            boolean isShown = !before.isEmpty() && before.get(cell) instanceof Published.Shown;
            system.cell(isShown ? after((Published.Shown) before.get(cell), cells.get(cell)) : cells.get(cell));
        }
        return system.build();
    }

    private static Cell after(Published.Shown earlier, Cell cell) {
        return new Cell(
                cell.id(),
                cell.atoms(),
                cell.facts(),
                cell.structuralZero(),
                cell.weight(),
                OptionalInt.of(earlier.value()),
                cell.standing(),
                cell.bandWidth());
    }

    private List<Cell> cells(String layer, int index, List<List<Integer>> atoms) {
        List<Cell> cells = new ArrayList<>();
        Map<Integer, List<Integer>> atomsOf = new TreeMap<>();
        for (int atom = 0; atom < atoms.size(); atom++) {
            atomsOf.computeIfAbsent(atoms.get(atom).get(index), key -> new ArrayList<>())
                    .add(atom);
        }
        Map<Integer, List<Integer>> blocksOf = new TreeMap<>();
        for (int block = 0; block < blocks.size(); block++) {
            blocksOf.computeIfAbsent(zones.of(layer, block), key -> new ArrayList<>())
                    .add(block);
        }
        blocksOf.forEach((zone, ground) -> {
            for (int measure = 0; measure <= needs; measure++) {
                int offset = measure * atoms.size();
                List<Integer> summed = atomsOf.getOrDefault(zone, List.of()).stream()
                        .map(atom -> atom + offset)
                        .toList();
                int weight = WEIGHT.getOrDefault(layer, 5) * (measure == 0 ? 4 : 1);
                cells.add(
                        new Cell(measure + " in " + layer + " " + zone, summed, facts(ground, measure), false, weight));
            }
        });
        return cells;
    }

    private Facts facts(List<Integer> ground, int measure) {
        int count = 0;
        int addresses = 0;
        int largest = 0;
        int groupQuarters = 0;
        int all = 0;
        for (int index : ground) {
            Block block = blocks.get(index);
            for (List<boolean[]> household : block.households()) {
                int here = count(household, measure);
                count += here;
                addresses += here > 0 ? 1 : 0;
                largest = Math.max(largest, here);
                all += household.size();
            }
            int beds = count(block.groupQuarters(), measure);
            groupQuarters += beds;
            addresses += beds > 0 ? 1 : 0;
            all += block.groupQuarters().size();
        }
        count += groupQuarters;
        OptionalInt others = measure == 0 ? OptionalInt.empty() : OptionalInt.of(all - count);
        return new Facts(count, addresses, largest, groupQuarters, others);
    }

    private static int count(List<boolean[]> some, int measure) {
        return measure == 0
                ? some.size()
                : (int) some.stream().filter(has -> has[measure - 1]).count();
    }
}
