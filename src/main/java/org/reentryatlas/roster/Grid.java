package org.reentryatlas.roster;

import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A problem by numbers, in an order of its own: areas and officers by key, slots by time. */
final class Grid {
    final List<Area> areas;
    final List<Slot> slots;
    /** By agency. */
    final List<Crew> crews;
    /** By area and slot; null where it is not blocked. */
    final Block.@Nullable Cause[][] blocked;
    /** Of each slot, from 0. */
    final int[] week;

    final int weeks;
    /** Of each slot, the others that overlap it. */
    final int[][] overlaps;
    /** Sets of two slots or more that all overlap; every two that overlap are together in one. */
    final List<int[]> cliques;

    Grid(RosterProblem problem) {
        areas = problem.areas().stream().sorted(Comparator.comparing(Area::key)).toList();
        slots = problem.slots().stream()
                .sorted(Comparator.comparing(Slot::start)
                        .thenComparing(Slot::end)
                        .thenComparing(Slot::id))
                .toList();
        week = weeks(slots);
        weeks = IntStream.of(week).max().orElse(-1) + 1;
        overlaps = IntStream.range(0, slots.size()).mapToObj(this::overlapping).toArray(int[][]::new);
        cliques = IntStream.range(0, slots.size())
                .mapToObj(this::aliveAtStart)
                .filter(clique -> clique.length > 1)
                .toList();
        blocked = blocked(problem);
        crews = List.of(new Crew(this, problem, Agency.SUPERVISION), new Crew(this, problem, Agency.POLICE));
    }

    private static int[] weeks(List<Slot> sorted) {
        Map<Integer, Integer> numbers = new HashMap<>();
        return sorted.stream()
                .mapToInt(slot -> slot.start().get(IsoFields.WEEK_BASED_YEAR) * 100
                        + slot.start().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
                .map(isoWeek -> numbers.computeIfAbsent(isoWeek, absent -> numbers.size()))
                .toArray();
    }

    private int[] overlapping(int slot) {
        return IntStream.range(0, slots.size())
                .filter(other -> other != slot && slots.get(other).overlaps(slots.get(slot)))
                .toArray();
    }

    private int[] aliveAtStart(int slot) {
        return IntStream.range(0, slots.size())
                .filter(other -> !slots.get(other)
                                .start()
                                .isAfter(slots.get(slot).start())
                        && slots.get(other).end().isAfter(slots.get(slot).start()))
                .toArray();
    }

    private Block.@Nullable Cause[][] blocked(RosterProblem problem) {
        Map<String, Integer> areaNumbers = new HashMap<>();
        Map<String, Integer> slotNumbers = new HashMap<>();
        areas.forEach(area -> areaNumbers.put(area.key(), areaNumbers.size()));
        slots.forEach(slot -> slotNumbers.put(slot.id(), slotNumbers.size()));
        Block.@Nullable Cause[][] table = new Block.Cause[areas.size()][slots.size()];
        for (Block block : problem.blocks()) {
            table[areaNumbers.getOrDefault(block.area(), 0)][slotNumbers.getOrDefault(block.slot(), 0)] = block.cause();
        }
        return table;
    }

    int needed(int area) {
        return areas.get(area).needed();
    }

    /** Whether a tour could be there if nobody were anywhere else. */
    boolean isUsable(int area, int slot) {
        return blocked[area][slot] == null
                && crews.get(0).isFreeFor(area, slot)
                && crews.get(1).isFreeFor(area, slot);
    }

    int[] allAreas() {
        return IntStream.range(0, areas.size()).toArray();
    }

    /** Which slots are in these weeks. */
    boolean[] slotsOf(List<Integer> chosen) {
        boolean[] isOpen = new boolean[slots.size()];
        for (int t = 0; t < isOpen.length; t++) {
            isOpen[t] = chosen.contains(week[t]);
        }
        return isOpen;
    }

    List<Integer> allWeeks() {
        return new ArrayList<>(IntStream.range(0, weeks).boxed().toList());
    }

    int steps(int slot) {
        return slots.get(slot).preference().steps();
    }
}
