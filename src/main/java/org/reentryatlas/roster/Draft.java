package org.reentryatlas.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Tours while they are planned. Every rule holds after every step. */
final class Draft {
    static final int NOBODY = -1;

    final Grid grid;
    /** By agency, area and slot: the officer on the tour, or {@link #NOBODY}. */
    private final int[][][] who;
    /** By agency, officer and slot: the area, or {@link #NOBODY}. */
    private final int[][][] where;

    private final int[][][] inWeek;
    private final int[][] loads;
    private final int[] planned;
    private final int[] perWeek;

    Draft(Grid grid) {
        this.grid = grid;
        int slots = grid.slots.size();
        who = new int[2][grid.areas.size()][slots];
        where = new int[2][][];
        inWeek = new int[2][][];
        loads = new int[2][];
        for (int g = 0; g < 2; g++) {
            int officers = grid.crews.get(g).officers.size();
            where[g] = new int[officers][slots];
            inWeek[g] = new int[officers][grid.weeks];
            loads[g] = new int[officers];
            Arrays.stream(who[g]).forEach(row -> Arrays.fill(row, NOBODY));
            Arrays.stream(where[g]).forEach(row -> Arrays.fill(row, NOBODY));
        }
        planned = new int[grid.areas.size()];
        perWeek = new int[grid.weeks];
    }

    /** The tours of this one in slots that are not open. */
    Draft outside(boolean[] isOpen) {
        Draft copy = new Draft(grid);
        for (int a = 0; a < planned.length; a++) {
            for (int t = 0; t < isOpen.length; t++) {
                if (!isOpen[t] && hasTour(a, t)) {
                    copy.add(a, t, who[0][a][t], who[1][a][t]);
                }
            }
        }
        return copy;
    }

    void add(int area, int slot, int lead, int police) {
        Check.that(!hasTour(area, slot) && grid.blocked[area][slot] == null, "no room for this tour");
        Check.that(isAtHand(0, lead, slot) && isAtHand(1, police, slot), "an officer of this tour is not at hand");
        int[] pair = {lead, police};
        for (int g = 0; g < 2; g++) {
            who[g][area][slot] = pair[g];
            where[g][pair[g]][slot] = area;
            inWeek[g][pair[g]][grid.week[slot]]++;
            loads[g][pair[g]]++;
        }
        planned[area]++;
        perWeek[grid.week[slot]]++;
    }

    boolean hasTour(int area, int slot) {
        return who[0][area][slot] != NOBODY;
    }

    int officer(int agency, int area, int slot) {
        return who[agency][area][slot];
    }

    int planned(int area) {
        return planned[area];
    }

    int load(int agency, int officer) {
        return loads[agency][officer];
    }

    int inWeek(int agency, int officer, int week) {
        return inWeek[agency][officer][week];
    }

    int area(int agency, int officer, int slot) {
        return where[agency][officer][slot];
    }

    int tours() {
        return IntStream.of(planned).sum();
    }

    boolean isAtLimit(int agency, int officer, int slot) {
        return inWeek[agency][officer][grid.week[slot]]
                >= grid.crews.get(agency).limit(officer);
    }

    /** Whether the officer is on a tour in this slot or one that overlaps it. */
    boolean isEngaged(int agency, int officer, int slot) {
        int[] places = where[agency][officer];
        return places[slot] != NOBODY || IntStream.of(grid.overlaps[slot]).anyMatch(other -> places[other] != NOBODY);
    }

    boolean isAtHand(int agency, int officer, int slot) {
        return grid.crews.get(agency).isFree[officer][slot]
                && !isAtLimit(agency, officer, slot)
                && !isEngaged(agency, officer, slot);
    }

    /** Of those at hand who serve the area, the one with the least load for the capacity; {@link #NOBODY} if there is none. */
    private int best(int agency, int area, int slot) {
        Crew crew = grid.crews.get(agency);
        int best = NOBODY;
        for (int o : crew.serving[area]) {
            if (isAtHand(agency, o, slot)
                    && (best == NOBODY || crew.step(o, loads[agency][o]) < crew.step(best, loads[agency][best]))) {
                best = o;
            }
        }
        return best;
    }

    /** Adds tours until none can be added without moving another, each time in the area with the least share of what it needs. */
    void fill(int... areas) {
        List<Integer> wanting = new ArrayList<>(IntStream.of(areas)
                .filter(a -> planned[a] < grid.needed(a))
                .boxed()
                .toList());
        while (!wanting.isEmpty()) {
            int area = wanting.stream()
                    .min(Comparator.comparingDouble(a -> (double) planned[a] / grid.needed(a)))
                    .orElseThrow();
            if (!addBest(area) || planned[area] == grid.needed(area)) {
                wanting.remove(Integer.valueOf(area));
            }
        }
    }

    /** In the best slot, and of those that are as good in the emptiest week. */
    private boolean addBest(int area) {
        List<Integer> slots = IntStream.range(0, grid.slots.size())
                .filter(t -> !hasTour(area, t) && grid.blocked[area][t] == null)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(grid::steps)
                        .thenComparingInt(t -> perWeek[grid.week[t]])
                        .thenComparingInt(t -> t))
                .toList();
        for (int t : slots) {
            int lead = best(0, area, t);
            int police = lead == NOBODY ? NOBODY : best(1, area, t);
            if (police != NOBODY) {
                add(area, t, lead, police);
                return true;
            }
        }
        return false;
    }

    /** Tours that areas lack of so many. */
    int deficit(int[] required) {
        return IntStream.range(0, planned.length)
                .map(a -> Math.max(0, required[a] - planned[a]))
                .sum();
    }

    /** Squares of tours by capacity, added up over the officers of both agencies, in thousandths. */
    long unevenness() {
        long sum = 0;
        for (int g = 0; g < 2; g++) {
            for (int o = 0; o < loads[g].length; o++) {
                sum += grid.crews.get(g).unevenness(o, loads[g][o]);
            }
        }
        return sum;
    }

    /** Steps below the best preference, added up over tours. */
    int steps() {
        int sum = 0;
        for (int a = 0; a < planned.length; a++) {
            for (int t = 0; t < grid.slots.size(); t++) {
                sum += hasTour(a, t) ? grid.steps(t) : 0;
            }
        }
        return sum;
    }

    List<Tour> list() {
        List<Tour> tours = new ArrayList<>();
        for (int t = 0; t < grid.slots.size(); t++) {
            for (int a = 0; a < planned.length; a++) {
                if (hasTour(a, t)) {
                    tours.add(new Tour(
                            grid.areas.get(a).key(),
                            grid.slots.get(t).id(),
                            grid.crews.get(0).officers.get(who[0][a][t]).code(),
                            grid.crews.get(1).officers.get(who[1][a][t]).code()));
                }
            }
        }
        return tours;
    }
}
