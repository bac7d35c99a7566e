package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Ways to break the protection of a city, each of which the audit must find. */
enum CityMutation {
    NO_JOINT_STEP("cells hidden by rule only"),
    REBINNED("hexagons binned anew from other points"),
    MOVED("published again after a line moved"),
    MARKED("small and complementary shown apart"),
    NOT_ROUNDED("rounding off"),
    GROUP_QUARTERS_COUNT("group-quarters rule off");

    static final Policy POLICY = Policy.DEFAULT;
    private static final Policy EXACT = new Policy(POLICY.k(), 1, POLICY.minAddresses());

    private final String words;

    CityMutation(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /**
     * What the broken protection publishes.
     *
     * @param cells what the protection publishes of the system
     */
    CityAudit.Release release(SeededCity city, CellSystem system, List<Published> cells) {
        return switch (this) {
            case NO_JOINT_STEP ->
                each(
                        system,
                        POLICY,
                        index -> byRule(
                                system.cells().get(index),
                                PublicKnowledge.isHiddenByRule(system.cells().get(index), POLICY)));
            case REBINNED -> withFurther(city, SeededCity.REBINNED, cells);
            case MOVED -> withFurther(city, SeededCity.MOVED, cells);
            case MARKED -> new CityAudit.Release(system, cells, POLICY, true);
            case NOT_ROUNDED ->
                each(
                        system,
                        EXACT,
                        index -> cells.get(index) instanceof Published.Shown
                                ? new Published.Shown(
                                        system.cells().get(index).facts().count())
                                : cells.get(index));
            case GROUP_QUARTERS_COUNT ->
                each(
                        system,
                        POLICY,
                        index -> isHiddenForGroupQuarters(system.cells().get(index))
                                ? byRule(system.cells().get(index), false)
                                : cells.get(index));
        };
    }

    private static CityAudit.Release each(CellSystem system, Policy policy, IntFunction<Published> cell) {
        List<Published> cells =
                IntStream.range(0, system.cells().size()).mapToObj(cell).toList();
        return new CityAudit.Release(system, cells, policy, false);
    }

    private static Published byRule(Cell cell, boolean hidden) {
        return hidden
                ? Published.HIDDEN
                : new Published.Shown(new Rounding(POLICY).round(cell.facts().count()));
    }

    private static boolean isHiddenForGroupQuarters(Cell cell) {
        Facts facts = cell.facts();
        Facts without = new Facts(facts.count(), facts.addresses(), facts.largestAddress(), 0, facts.others());
        Cell counted = new Cell(cell.id(), cell.atoms(), without, false, cell.weight());
        return PublicKnowledge.isHiddenByRule(cell, POLICY) && !PublicKnowledge.isHiddenByRule(counted, POLICY);
    }

    /** A further layer that is protected well by itself, but without the others. */
    private static CityAudit.Release withFurther(SeededCity city, String layer, List<Published> cells) {
        List<Published> all = new ArrayList<>(cells);
        all.addAll(new Protection(POLICY).protect(city.system(List.of(layer))).cells());
        List<String> layers = new ArrayList<>(SeededCity.LAYERS);
        layers.add(layer);
        return new CityAudit.Release(city.system(layers), all, POLICY, false);
    }
}
