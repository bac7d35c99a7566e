package org.reentryatlas.roster;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPVariable;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** What no plan can do better, without finding one. */
final class Bounds {
    /** The highest level that tours in parts can have, and the most tours with it. */
    record Most(int level, int tours) {}

    private final Grid grid;
    private final Levels levels;
    private final Effort effort;
    private final BooleanSupplier isOver;

    Bounds(Grid grid, Levels levels, Effort effort, BooleanSupplier isOver) {
        this.grid = grid;
        this.levels = levels;
        this.effort = effort;
        this.isOver = isOver;
    }

    /**
     * The most with tours in parts.
     *
     * @param reached a level that is known to be possible
     * @param high a level that is known not to be passed
     * @param tours likewise
     */
    Most most(int reached, int high, int tours) {
        boolean[] all = grid.slotsOf(grid.allWeeks());
        try (TourProgramme programme =
                new TourProgramme(new Draft(grid), all, grid.allAreas(), false, effort, isOver)) {
            programme.aimAtTours(0);
            int most = most(programme, reached, tours);
            int low = reached;
            int possible = high;
            // What all areas are to have together is soon more than there can be.
            while (possible > reached && IntStream.of(levels.required(possible)).sum() > most) {
                possible--;
            }
            int tried = possible;
            while (low < possible) {
                int found = most(programme, tried, most);
                if (found >= 0) {
                    low = tried;
                    most = found;
                } else {
                    possible = tried - 1;
                }
                tried = (low + possible + 1) / 2;
            }
            return new Most(possible, most);
        }
    }

    /** The most tours at a level, or what is known already where the solver does not end; below 0 if there are none. */
    private int most(TourProgramme programme, int level, int known) {
        programme.require(levels.required(level), false);
        return switch (programme.solve()) {
            case OPTIMAL -> (int) Math.min(known, Math.floor(Programme.TOLERANCE - programme.value()));
            case INFEASIBLE -> -1;
            default -> known;
        };
    }

    /** The least unevenness, in thousandths, if each agency had its tours alone, and in whatever slots. */
    double unevenness(int[] required, int tours) {
        double sum = 0;
        for (Crew crew : grid.crews) {
            sum += unevenness(crew, required, tours);
        }
        return Math.ceil(sum - Programme.TOLERANCE * Math.max(1, sum));
    }

    private double unevenness(Crew crew, int[] required, int tours) {
        try (Programme programme = Programme.linear(isOver)) {
            programme.forget();
            MPConstraint[] load = new MPConstraint[crew.officers.size()];
            for (int o = 0; o < load.length; o++) {
                load[o] = programme.row(0, 0);
                for (int k = 0; k < crew.capacity[o]; k++) {
                    MPVariable step = programme.amount(1);
                    load[o].setCoefficient(step, -1);
                    programme.cost(step, crew.step(o, k));
                }
            }
            MPConstraint total = programme.row(tours, tours);
            MPConstraint[] ofClass = new MPConstraint[crew.classes];
            for (int a = 0; a < required.length; a++) {
                int c = crew.classOf[a];
                if (ofClass[c] == null) {
                    ofClass[c] = programme.row(0, 0);
                    for (int o : crew.serving[a]) {
                        MPVariable share = programme.amount(crew.capacity[o]);
                        ofClass[c].setCoefficient(share, -1);
                        load[o].setCoefficient(share, 1);
                    }
                }
                MPVariable planned = programme.amount(grid.needed(a));
                planned.setLb(required[a]);
                ofClass[c].setCoefficient(planned, 1);
                total.setCoefficient(planned, 1);
            }
            return programme.solve() == Programme.End.OPTIMAL ? programme.value() : 0;
        }
    }

    /**
     * The fewest steps below the best preference that so many tours have, if every officer served every area and areas had whatever tours.
     *
     * @param unevenness in thousandths, which is not to be passed
     */
    double steps(int tours, long unevenness) {
        try (Programme programme = Programme.linear(isOver)) {
            programme.forget();
            MPConstraint total = programme.row(tours, tours);
            MPConstraint even = programme.row(0, (double) unevenness);
            MPVariable[] inSlot = new MPVariable[grid.slots.size()];
            for (int t = 0; t < inSlot.length; t++) {
                int slot = t;
                inSlot[t] = programme.amount((double) IntStream.of(grid.allAreas())
                        .filter(a -> grid.needed(a) > 0 && grid.isUsable(a, slot))
                        .count());
                programme.cost(inSlot[t], grid.steps(t));
                total.setCoefficient(inSlot[t], 1);
            }
            for (Crew crew : grid.crews) {
                addDuties(programme, crew, inSlot, even);
            }
            return programme.solve() == Programme.End.OPTIMAL
                    ? Math.max(0, Math.ceil(programme.value() - Programme.TOLERANCE * Math.max(1, programme.value())))
                    : 0;
        }
    }

    private void addDuties(Programme programme, Crew crew, MPVariable[] inSlot, MPConstraint even) {
        MPConstraint[] balance = new MPConstraint[inSlot.length];
        for (int t = 0; t < inSlot.length; t++) {
            balance[t] = programme.row(0, 0);
            balance[t].setCoefficient(inSlot[t], -1);
        }
        for (int o = 0; o < crew.officers.size(); o++) {
            MPConstraint load = programme.row(0, 0);
            for (int k = 0; k < crew.capacity[o]; k++) {
                MPVariable step = programme.amount(1);
                load.setCoefficient(step, -1);
                even.setCoefficient(step, crew.step(o, k));
            }
            MPConstraint[] inWeek = new MPConstraint[grid.weeks];
            for (int t = 0; t < inSlot.length; t++) {
                if (crew.isFree[o][t]) {
                    int w = grid.week[t];
                    inWeek[w] = inWeek[w] == null ? programme.row(0, crew.limit(o)) : inWeek[w];
                    MPVariable duty = programme.amount(1);
                    inWeek[w].setCoefficient(duty, 1);
                    balance[t].setCoefficient(duty, 1);
                    load.setCoefficient(duty, 1);
                }
            }
        }
    }
}
