package org.reentryatlas.roster;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is to be planned. The order of its lists does not matter: the plan is the same.
 */
public record RosterProblem(List<Area> areas, List<Slot> slots, List<Officer> officers, List<Block> blocks) {
    /** Pairs of an area and a slot that a problem may have: 500 areas in a year of ten slots a week come to half of it. */
    static final int MOST_PAIRS = 500_000;

    /**
     * A problem.
     *
     * @throws IllegalArgumentException if two entries have the same key, an entry names an area or slot that is not there, a pair is blocked
     *     twice, or there are more than 500,000 pairs of an area and a slot; names the entry
     */
    public RosterProblem {
        areas = List.copyOf(areas);
        slots = List.copyOf(slots);
        officers = List.copyOf(officers);
        blocks = List.copyOf(blocks);
        Set<String> areaKeys = distinct(areas, Area::key, "area");
        Set<String> slotIds = distinct(slots, Slot::id, "slot");
        distinct(officers, Officer::code, "officer");
        Check.that(
                (long) areas.size() * slots.size() <= MOST_PAIRS,
                areas.size() + " areas and " + slots.size() + " slots are more than " + MOST_PAIRS + " pairs");
        for (Officer officer : officers) {
            requireKnown(officer.slots(), slotIds, "officer " + officer.code() + ": there is no slot ");
            requireKnown(officer.areas(), areaKeys, "officer " + officer.code() + ": there is no area ");
        }
        Set<String> blocked = new HashSet<>();
        for (Block block : blocks) {
            String name = "block of area " + block.area() + " in slot " + block.slot();
            Check.that(areaKeys.contains(block.area()), name + ": there is no such area");
            Check.that(slotIds.contains(block.slot()), name + ": there is no such slot");
            Check.that(blocked.add(block.area() + '\n' + block.slot()), name + " is there twice");
        }
    }

    private static <T> Set<String> distinct(Collection<T> entries, Function<T, String> key, String what) {
        Set<String> keys = new HashSet<>();
        for (T entry : entries) {
            Check.that(keys.add(key.apply(entry)), what + " " + key.apply(entry) + " is there twice");
        }
        return keys;
    }

    private static void requireKnown(Set<String> named, Set<String> known, String otherwise) {
        Set<String> unknown =
                named.stream().filter(name -> !known.contains(name)).collect(Collectors.toCollection(TreeSet::new));
        Check.that(unknown.isEmpty(), otherwise + String.join(", ", unknown));
    }
}
