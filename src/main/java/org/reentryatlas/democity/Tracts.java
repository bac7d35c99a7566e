package org.reentryatlas.democity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes census tracts that nearly match the beats, as real ones do: most limits are the same, a few beats are joined or
 * cut in two, and some limits lie one block farther on.
 */
final class Tracts {
    private static final int JOINED = 5;
    private static final int HALVED = 3;
    private static final int SHIFTED = 12;
    /** People of the whole city. */
    private static final double PEOPLE = 190_000;

    private final Blocks blocks;
    private final List<Address> addresses;
    private final Dice dice;
    private final int[] units;

    private Tracts(Blocks blocks, List<Address> addresses, Dice dice) {
        this.blocks = blocks;
        this.addresses = addresses;
        this.dice = dice;
        this.units = new int[blocks.all().size()];
        addresses.forEach(a -> units[a.block()] += a.units());
    }

    static List<Area> of(Blocks blocks, List<Address> addresses, List<Area> beats, Dice dice) {
        Tracts tracts = new Tracts(blocks, addresses, dice);
        List<List<Integer>> parts = tracts.joined(beats);
        tracts.halve(parts);
        for (int i = 0; i < SHIFTED; i++) {
            tracts.shiftOneLimit(parts);
        }
        List<Area> areas = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            areas.add(new Area("%04d00".formatted(i + 1), "Census Tract " + (i + 1), "", "", parts.get(i)));
        }
        return areas;
    }

    private int units(List<Integer> part) {
        return part.stream().mapToInt(b -> units[b]).sum();
    }

    /** The beats, the emptiest of them together with a neighbour of the same sector. */
    private List<List<Integer>> joined(List<Area> beats) {
        List<Area> emptiest = beats.stream()
                .sorted(Comparator.comparingInt(b -> units(b.blocks())))
                .limit(JOINED)
                .toList();
        Map<Area, List<Integer>> parts = new HashMap<>();
        beats.forEach(b -> parts.put(b, new ArrayList<>(b.blocks())));
        Set<Area> gone = new HashSet<>();
        for (Area small : emptiest) {
            beats.stream()
                    .filter(b -> b.sector().equals(small.sector()) && !emptiest.contains(b))
                    .filter(b -> touch(small.blocks(), new HashSet<>(b.blocks())))
                    .min(Comparator.comparingInt(b -> units(b.blocks())))
                    .ifPresent(neighbour -> {
                        parts.getOrDefault(neighbour, new ArrayList<>()).addAll(small.blocks());
                        gone.add(small);
                    });
        }
        return new ArrayList<>(beats.stream()
                .filter(b -> !gone.contains(b))
                .map(b -> parts.getOrDefault(b, b.blocks()))
                .toList());
    }

    private boolean touch(List<Integer> part, Set<Integer> other) {
        return part.stream()
                .flatMap(b -> blocks.all().get(b).borders().stream())
                .anyMatch(l -> other.contains(l.other()));
    }

    private void halve(List<List<Integer>> parts) {
        List<List<Integer>> fullest = parts.stream()
                .sorted(Comparator.comparingInt(this::units).reversed())
                .limit(HALVED)
                .toList();
        for (List<Integer> full : fullest) {
            int at = parts.indexOf(full);
            List<List<Integer>> halves = Beats.halves(blocks, addresses, full);
            parts.set(at, new ArrayList<>(halves.get(0)));
            parts.add(at + 1, new ArrayList<>(halves.get(1)));
        }
    }

    /** Moves the limit between two neighbours one block into one of them, as far as that one stays connected. */
    private void shiftOneLimit(List<List<Integer>> parts) {
        int winner = dice.whole(0, parts.size() - 1);
        Set<Integer> own = new HashSet<>(parts.get(winner));
        Set<Integer> neighbours = new LinkedHashSet<>();
        for (int p = 0; p < parts.size(); p++) {
            if (p != winner && touch(parts.get(p), own)) {
                neighbours.add(p);
            }
        }
        int loser = dice.pick(List.copyOf(neighbours.stream().sorted().toList()));
        List<Integer> edge = parts.get(loser).stream()
                .filter(b -> blocks.all().get(b).borders().stream()
                        .anyMatch(l -> own.contains(l.other()) && l.length() > 60 && l.barrier() < 3))
                .toList();
        for (int block : edge) {
            List<Integer> rest = new ArrayList<>(parts.get(loser));
            rest.remove(Integer.valueOf(block));
            if (rest.size() > 20 && connected(rest)) {
                parts.set(loser, rest);
                parts.get(winner).add(block);
            }
        }
    }

    private boolean connected(List<Integer> part) {
        Set<Integer> left = new HashSet<>(part);
        List<Integer> open = new ArrayList<>(List.of(part.get(0)));
        left.remove(part.get(0));
        while (!open.isEmpty()) {
            for (Block.Border border :
                    blocks.all().get(open.remove(open.size() - 1)).borders()) {
                if (left.remove(border.other())) {
                    open.add(border.other());
                }
            }
        }
        return left.isEmpty();
    }

    /** People per tract: homes times a household size that falls towards downtown, scaled to the city's people. */
    static List<Integer> populations(List<Area> tracts, Blocks blocks, List<Address> addresses, Dice dice) {
        int[] unitsOf = new int[blocks.all().size()];
        addresses.forEach(a -> unitsOf[a.block()] += a.units());
        List<Double> raw = new ArrayList<>();
        for (Area tract : tracts) {
            double homes = tract.blocks().stream().mapToInt(b -> unitsOf[b]).sum();
            double perHectare = homes / (blocks.union(tract.blocks()).getArea() / 10_000);
            raw.add(homes * (1.7 + 1.1 / (1 + perHectare / 8)) * dice.between(0.94, 1.06));
        }
        double sum = raw.stream().mapToDouble(Double::doubleValue).sum();
        return raw.stream().map(r -> (int) Math.rint(r * PEOPLE / sum)).toList();
    }
}
