package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Tables for tests: districts of beats, with categories, everybody at an address of their own. */
final class Cities {
    private Cities() {}

    /**
     * A city.
     *
     * @param people by district and beat
     * @param categories how many; each is had by a share of the people that differs from beat to beat
     */
    static CellSystem of(List<List<Integer>> people, int categories) {
        CellSystem.Builder system = CellSystem.builder();
        List<List<Integer>> wholes = new ArrayList<>();
        for (List<Integer> district : people) {
            wholes.add(district.stream().map(system::atom).toList());
        }
        addLayers(system, people, wholes, null, 0);
        for (int category = 1; category <= categories; category++) {
            List<List<Integer>> some = new ArrayList<>();
            List<List<Integer>> atoms = new ArrayList<>();
            for (int d = 0; d < people.size(); d++) {
                List<Integer> counts = new ArrayList<>();
                List<Integer> parts = new ArrayList<>();
                for (int b = 0; b < people.get(d).size(); b++) {
                    int count = people.get(d).get(b) * ((b + category) % 4) / (category + 3);
                    int part = system.atom(count);
                    system.atMost(part, wholes.get(d).get(b));
                    counts.add(count);
                    parts.add(part);
                }
                some.add(counts);
                atoms.add(parts);
            }
            addLayers(system, some, atoms, people, category);
        }
        return system.build();
    }

    private static void addLayers(
            CellSystem.Builder system,
            List<List<Integer>> counts,
            List<List<Integer>> atoms,
            @Nullable List<List<Integer>> wholes,
            int category) {
        List<Integer> city = new ArrayList<>();
        int cityCount = 0;
        int cityWhole = 0;
        for (int d = 0; d < counts.size(); d++) {
            int districtCount = 0;
            int districtWhole = 0;
            for (int b = 0; b < counts.get(d).size(); b++) {
                int count = counts.get(d).get(b);
                int whole = wholes == null ? -1 : wholes.get(d).get(b);
                add(
                        system,
                        category + "@beat" + d + "." + b,
                        List.of(atoms.get(d).get(b)),
                        count,
                        whole,
                        5);
                districtCount += count;
                districtWhole += whole;
            }
            add(
                    system,
                    category + "@district" + d,
                    atoms.get(d),
                    districtCount,
                    wholes == null ? -1 : districtWhole,
                    50);
            city.addAll(atoms.get(d));
            cityCount += districtCount;
            cityWhole += districtWhole;
        }
        add(system, category + "@city", city, cityCount, wholes == null ? -1 : cityWhole, 500);
    }

    private static void add(
            CellSystem.Builder system, String id, List<Integer> atoms, int count, int whole, double weight) {
        OptionalInt others = whole < 0 ? OptionalInt.empty() : OptionalInt.of(whole - count);
        Facts facts = new Facts(count, count, Math.min(count, 1), 0, others);
        system.cell(new Cell(id, atoms, facts, false, weight));
    }
}
