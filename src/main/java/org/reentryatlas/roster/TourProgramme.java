package org.reentryatlas.roster;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of tours as a programme, for the slots that are open; tours in others stay as they are. Not which officers are with which area
 * is asked, but how many areas of a class have a tour in a slot and which officers who serve the class are there: that gives the same
 * tours, with far fewer decisions.
 */
final class TourProgramme implements AutoCloseable {
    /** An officer of an agency in a slot, for areas of a class. */
    private record Duty(int agency, int officer, int areaClass, int slot, MPVariable variable) {}

    private final Programme programme;
    private final Grid grid;
    private final Draft outside;
    private final boolean isWhole;
    private final @Nullable MPVariable[][] tours;
    private final List<Duty> duties = new ArrayList<>();
    /** By area: tours in open slots. */
    private final MPConstraint[] planned;
    /** By area: how many are lacking; taken up by {@link #require}. */
    private final MPVariable[] lacking;

    private final MPConstraint total;
    private @Nullable MPConstraint unevenness;

    /**
     * With all rules and no aim.
     *
     * @param areas that may have tours
     * @param isWhole whether tours are whole; parts of tours give bounds
     */
    TourProgramme(
            Draft outside, boolean[] isOpen, int[] areas, boolean isWhole, Effort effort, BooleanSupplier isOver) {
        this.grid = outside.grid;
        this.outside = outside;
        this.isWhole = isWhole;
        programme = isWhole ? Programme.whole(effort, isOver) : Programme.linear(isOver);
        tours = new MPVariable[grid.areas.size()][grid.slots.size()];
        planned = new MPConstraint[grid.areas.size()];
        lacking = new MPVariable[grid.areas.size()];
        total = programme.row(0, Double.POSITIVE_INFINITY);
        for (int a = 0; a < planned.length; a++) {
            planned[a] = programme.row(0, grid.needed(a) - outside.planned(a));
            lacking[a] = programme.amount(grid.needed(a));
        }
        for (int a : areas) {
            addTours(a, isOpen);
        }
        for (int g = 0; g < 2; g++) {
            addCrew(g, isOpen);
        }
    }

    private void addTours(int area, boolean[] isOpen) {
        for (int t = 0; t < isOpen.length; t++) {
            if (isOpen[t] && grid.needed(area) > 0 && grid.isUsable(area, t)) {
                MPVariable tour = programme.choice(isWhole);
                planned[area].setCoefficient(tour, 1);
                total.setCoefficient(tour, 1);
                tours[area][t] = tour;
            }
        }
    }

    private void addCrew(int agency, boolean[] isOpen) {
        Crew crew = grid.crews.get(agency);
        List<List<Duty>> ofOfficers = new ArrayList<>();
        crew.officers.forEach(officer -> ofOfficers.add(new ArrayList<>()));
        int[] example = new int[crew.classes];
        for (int a = 0; a < grid.areas.size(); a++) {
            example[crew.classOf[a]] = a;
        }
        for (int t = 0; t < isOpen.length; t++) {
            MPConstraint[] balance = new MPConstraint[crew.classes];
            for (int a = 0; a < tours.length; a++) {
                MPVariable tour = tours[a][t];
                if (tour != null) {
                    int c = crew.classOf[a];
                    balance[c] = balance[c] == null ? programme.row(0, 0) : balance[c];
                    balance[c].setCoefficient(tour, 1);
                }
            }
            for (int c = 0; c < balance.length; c++) {
                for (int o : balance[c] == null ? new int[0] : crew.serving[example[c]]) {
                    if (outside.isAtHand(agency, o, t)) {
                        Duty duty = new Duty(agency, o, c, t, programme.choice(isWhole));
                        balance[c].setCoefficient(duty.variable(), -1);
                        ofOfficers.get(o).add(duty);
                        duties.add(duty);
                    }
                }
            }
        }
        for (int o = 0; o < crew.officers.size(); o++) {
            limit(ofOfficers.get(o), agency, o);
        }
    }

    /** One tour at a time, and so many a week. */
    private void limit(List<Duty> duties, int agency, int officer) {
        MPConstraint[] inSlot = new MPConstraint[grid.slots.size()];
        MPConstraint[] inWeek = new MPConstraint[grid.weeks];
        for (Duty duty : duties) {
            int t = duty.slot();
            int w = grid.week[t];
            inSlot[t] = inSlot[t] == null ? programme.row(0, 1) : inSlot[t];
            inWeek[w] = inWeek[w] == null
                    ? programme.row(0, grid.crews.get(agency).limit(officer) - outside.inWeek(agency, officer, w))
                    : inWeek[w];
            inSlot[t].setCoefficient(duty.variable(), 1);
            inWeek[w].setCoefficient(duty.variable(), 1);
        }
        for (int[] clique : grid.cliques) {
            MPConstraint once = programme.row(0, 1);
            for (Duty duty : duties) {
                if (IntStream.of(clique).anyMatch(t -> t == duty.slot())) {
                    once.setCoefficient(duty.variable(), 1);
                }
            }
        }
    }

    /** How many decisions there are about officers. */
    int size() {
        return duties.size();
    }

    /** Every area has so many tours, those outside counted, or lacks some where that is allowed. */
    void require(int[] required, boolean mayLack) {
        for (int a = 0; a < required.length; a++) {
            int inside = Math.max(0, required[a] - outside.planned(a));
            planned[a].setBounds(mayLack ? 0 : inside, grid.needed(a) - outside.planned(a));
            if (mayLack && inside > 0) {
                MPConstraint row = programme.row(inside, Double.POSITIVE_INFINITY);
                for (MPVariable tour : tours[a]) {
                    if (tour != null) {
                        row.setCoefficient(tour, 1);
                    }
                }
                row.setCoefficient(lacking[a], 1);
            }
        }
    }

    /** The fewest tours lacking, and then the most tours. */
    void aimAtTours(double weightOfLacking) {
        programme.forget();
        for (int a = 0; a < tours.length; a++) {
            programme.cost(lacking[a], weightOfLacking);
            for (MPVariable tour : tours[a]) {
                if (tour != null) {
                    programme.cost(tour, -1);
                }
            }
        }
    }

    /** As many tours in all, those outside counted. */
    void fixTotal(int tourCount) {
        total.setBounds(tourCount - outside.tours(), tourCount - outside.tours());
    }

    /** The most even load: each officer's tours are made up of steps that cost more and more. */
    void aimAtEvenLoad() {
        programme.forget();
        MPConstraint sum = programme.row(0, Double.POSITIVE_INFINITY);
        for (int g = 0; g < 2; g++) {
            Crew crew = grid.crews.get(g);
            for (int o = 0; o < crew.officers.size(); o++) {
                MPConstraint load = programme.row(0, 0);
                int most = 0;
                for (Duty duty : duties) {
                    if (duty.agency() == g && duty.officer() == o) {
                        load.setCoefficient(duty.variable(), 1);
                        most++;
                    }
                }
                int before = outside.load(g, o);
                for (int k = before; k < Math.min(before + most, crew.capacity[o]); k++) {
                    MPVariable step = programme.amount(1);
                    load.setCoefficient(step, -1);
                    sum.setCoefficient(step, crew.step(o, k));
                    programme.cost(step, crew.step(o, k));
                }
            }
        }
        unevenness = sum;
    }

    /** The most preferred slots, with loads no less even than this, in thousandths. */
    void aimAtPreferred(long mostUnevenness) {
        if (unevenness == null) {
            aimAtEvenLoad();
        }
        programme.forget();
        if (unevenness != null) {
            unevenness.setBounds(0, (double) (mostUnevenness - outside.unevenness()));
        }
        for (MPVariable[] row : tours) {
            for (int t = 0; t < row.length; t++) {
                if (row[t] != null) {
                    programme.cost(row[t], grid.steps(t));
                }
            }
        }
    }

    Programme.End solve() {
        return programme.solve();
    }

    double value() {
        return programme.value();
    }

    double bound() {
        return programme.bound();
    }

    /** Begins with the tours of a draft. */
    void hint(Draft draft) {
        List<MPVariable> variables = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int a = 0; a < tours.length; a++) {
            for (int t = 0; t < tours[a].length; t++) {
                MPVariable tour = tours[a][t];
                if (tour != null) {
                    variables.add(tour);
                    values.add(draft.hasTour(a, t) ? 1.0 : 0.0);
                }
            }
        }
        for (Duty duty : duties) {
            int area = draft.area(duty.agency(), duty.officer(), duty.slot());
            boolean isTaken = area != Draft.NOBODY && grid.crews.get(duty.agency()).classOf[area] == duty.areaClass();
            variables.add(duty.variable());
            values.add(isTaken ? 1.0 : 0.0);
        }
        programme.hint(
                variables.toArray(MPVariable[]::new),
                values.stream().mapToDouble(value -> value).toArray());
    }

    /** The tours that were found, with those outside. */
    Draft read() {
        Draft draft = outside.outside(new boolean[grid.slots.size()]);
        for (int t = 0; t < grid.slots.size(); t++) {
            List<List<Duty>> waiting = List.of(taken(0, t), taken(1, t));
            for (int a = 0; a < tours.length; a++) {
                MPVariable tour = tours[a][t];
                if (tour != null && tour.solutionValue() > 0.5) {
                    draft.add(a, t, next(waiting.get(0), a), next(waiting.get(1), a));
                }
            }
        }
        return draft;
    }

    private List<Duty> taken(int agency, int slot) {
        return new ArrayList<>(duties.stream()
                .filter(duty -> duty.agency() == agency && duty.slot() == slot)
                .filter(duty -> duty.variable().solutionValue() > 0.5)
                .toList());
    }

    private int next(List<Duty> waiting, int area) {
        for (Duty duty : waiting) {
            if (duty.areaClass() == grid.crews.get(duty.agency()).classOf[area]) {
                waiting.remove(duty);
                return duty.officer();
            }
        }
        throw new IllegalStateException("a tour of area " + grid.areas.get(area).key() + " is without an officer");
    }

    @Override
    public void close() {
        programme.close();
    }
}
