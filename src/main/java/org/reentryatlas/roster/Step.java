package org.reentryatlas.roster;

import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** What a programme is to do, what a draft is worth by it, less being better, and how many weeks are taken together in a round. */
final class Step {
    private final Consumer<TourProgramme> aim;
    private final ToLongFunction<Draft> value;
    private final IntUnaryOperator together;

    private Step(Consumer<TourProgramme> aim, ToLongFunction<Draft> value, IntUnaryOperator together) {
        this.aim = aim;
        this.value = value;
        this.together = together;
    }

    /** The fewest tours lacking of those required, and then the most: one that is lacking weighs more than all others. */
    static Step tours(Grid grid, int[] required) {
        int weight = 1 + IntStream.of(grid.allAreas()).map(grid::needed).sum();
        return new Step(
                programme -> {
                    programme.require(required, true);
                    programme.aimAtTours(weight);
                },
                draft -> (long) weight * draft.deficit(required) - draft.tours(),
                // Tours wander from week to week.
                round -> 2);
    }

    /** The most even load with so many tours. */
    static Step load(int[] required, int tours) {
        return new Step(
                programme -> {
                    programme.require(required, false);
                    programme.fixTotal(tours);
                    programme.aimAtEvenLoad();
                },
                Draft::unevenness,
                round -> 1 + round);
    }

    /** The best slots with loads as even. */
    static Step preferred(int[] required, int tours, long unevenness) {
        return new Step(
                programme -> {
                    programme.require(required, false);
                    programme.fixTotal(tours);
                    programme.aimAtPreferred(unevenness);
                },
                Draft::steps,
                round -> 1 + round);
    }

    void aim(TourProgramme programme) {
        aim.accept(programme);
    }

    long value(Draft draft) {
        return value.applyAsLong(draft);
    }

    int weeksTogether(int round) {
        return together.applyAsInt(round);
    }
}
