package org.reentryatlas.roster;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The officers of one agency, by numbers. */
final class Crew {
    /** A tour's worth of load in the unit in which unevenness is added up. */
    static final int THOUSAND = 1_000;

    final Agency agency;
    final List<Officer> officers;
    /** By officer and slot. */
    final boolean[][] isFree;
    /** Of each area, the officers who serve it. Areas that the same officers serve have the same class. */
    final int[][] serving;

    final int[] classOf;
    final int classes;
    /** Of each officer: the most tours in the period if nobody else were needed for them. */
    final int[] capacity;

    Crew(Grid grid, RosterProblem problem, Agency agency) {
        this.agency = agency;
        officers = problem.officers().stream()
                .filter(officer -> officer.agency() == agency)
                .sorted(Comparator.comparing(Officer::code))
                .toList();
        isFree = new boolean[officers.size()][grid.slots.size()];
        for (int o = 0; o < isFree.length; o++) {
            for (int t = 0; t < isFree[o].length; t++) {
                isFree[o][t] =
                        officers.get(o).slots().contains(grid.slots.get(t).id());
            }
        }
        serving = grid.areas.stream().map(this::servants).toArray(int[][]::new);
        Map<List<Integer>, Integer> numbers = new HashMap<>();
        classOf = new int[serving.length];
        for (int a = 0; a < serving.length; a++) {
            List<Integer> who = IntStream.of(serving[a]).boxed().toList();
            classOf[a] = numbers.computeIfAbsent(who, absent -> numbers.size());
        }
        classes = numbers.size();
        capacity =
                IntStream.range(0, officers.size()).map(o -> capacity(grid, o)).toArray();
    }

    private int[] servants(Area area) {
        return IntStream.range(0, officers.size())
                .filter(o -> officers.get(o).serves(area.key()))
                .toArray();
    }

    /** Slots are sorted by start; taking each time the one that ends first takes the most. */
    private int capacity(Grid grid, int officer) {
        int[] inWeek = new int[grid.weeks];
        List<Integer> byEnd = IntStream.range(0, grid.slots.size())
                .filter(t -> isFree[officer][t])
                .boxed()
                .sorted(Comparator.comparing((Integer t) -> grid.slots.get(t).end()))
                .toList();
        int last = -1;
        for (int t : byEnd) {
            boolean isApart = last < 0 || !grid.slots.get(t).overlaps(grid.slots.get(last));
            if (isApart && inWeek[grid.week[t]] < limit(officer)) {
                inWeek[grid.week[t]]++;
                last = t;
            }
        }
        return IntStream.of(inWeek).sum();
    }

    int limit(int officer) {
        return officers.get(officer).mostPerWeek();
    }

    boolean isFreeFor(int area, int slot) {
        return IntStream.of(serving[area]).anyMatch(o -> isFree[o][slot]);
    }

    /** What the tour after so many adds to unevenness, in thousandths: the square of the tours by the capacity grows by it. */
    int step(int officer, int toursBefore) {
        return (int) Math.round((double) THOUSAND * (2 * toursBefore + 1) / capacity[officer]);
    }

    long unevenness(int officer, int tours) {
        long sum = 0;
        for (int k = 0; k < tours; k++) {
            sum += step(officer, k);
        }
        return sum;
    }
}
