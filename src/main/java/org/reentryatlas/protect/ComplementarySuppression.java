package org.reentryatlas.protect;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Finds the cheapest further cells to hide so that one demand is met: a whole-number programme that looks for a world in
 * which the protected sum is as large as demanded, and pays the weight of every shown cell that this world contradicts
 * (single-target complementary suppression; Fischetti and Salazar 2000). Where nothing needs to be hidden it costs
 * nothing, and the world is a witness all the same.
 */
final class ComplementarySuppression {
    /** How many wholes around the protected ones may differ from the truth, in the first try and in the next. */
    private static final int[] SIZES = {200, 500, Integer.MAX_VALUE};

    /** With so many wholes around, any remedy is taken. */
    private static final int ENOUGH = 500;

    /** What it costs to take a person from under other parts of a whole; nothing beside hiding a cell. */
    private static final double SHORTAGE = 1e-4;

    /** What to do for a demand. */
    static final class Remedy {
        private final List<Integer> cells;
        private final double cost;
        private final int[] world;

        private Remedy(List<Integer> cells, double cost, int[] world) {
            this.cells = cells;
            this.cost = cost;
            this.world = world;
        }

        /** The weight of the cells. */
        double cost() {
            return cost;
        }

        /** Indices of cells that are shown now and must be hidden. */
        List<Integer> cells() {
            return cells;
        }

        /** A world that agrees with everything that stays, and meets the demand. */
        int[] world() {
            return world;
        }
    }

    private final CellSystem system;
    private final Policy policy;
    private final Neighbourhood neighbourhood;

    ComplementarySuppression(CellSystem system, Policy policy, Neighbourhood neighbourhood) {
        this.system = system;
        this.policy = policy;
        this.neighbourhood = neighbourhood;
    }

    /** The cheapest remedy near the protected atoms; none if no set of cells was found that meets the demand. */
    Optional<Remedy> remedy(Demand demand, List<Knowledge.Row> rows) {
        Optional<Remedy> cheapest = Optional.empty();
        for (BitSet wholes : (Iterable<BitSet>) neighbourhood.growing(demand.sum(), SIZES)::iterator) {
            Optional<Remedy> remedy = near(demand, rows, wholes);
            cheapest =
                    Stream.of(cheapest, remedy).flatMap(Optional::stream).min(Comparator.comparingDouble(Remedy::cost));
            if (cheapest.isPresent()
                    && (wholes.cardinality() >= ENOUGH || isSmall(cheapest.get(), neighbourhood.withParts(wholes)))) {
                break;
            }
        }
        return cheapest;
    }

    /**
     * Whether it hides one cell at most, which lies where it was looked for. More ground may show that fewer or smaller cells than
     * several or a large one will do; otherwise it hardly ever does.
     */
    private boolean isSmall(Remedy remedy, BitSet ground) {
        return remedy.cells().size() <= 1
                && remedy.cells().stream().allMatch(cell -> system.count(cell).isWithin(ground));
    }

    /** A world of whole people that meets the demand and contradicts no row, if there is one. */
    Optional<int[]> witness(Demand demand, List<Knowledge.Row> rows) {
        List<Knowledge.Row> fixed = rows.stream()
                .map(row -> new Knowledge.Row(row.sum(), row.low(), row.high(), Knowledge.ALWAYS))
                .toList();
        return neighbourhood
                .growing(demand.sum(), SIZES)
                .flatMap(wholes -> near(demand, fixed, wholes).stream())
                .map(Remedy::world)
                .findFirst();
    }

    /**
     * A remedy in which only some wholes and their parts differ from the truth. The parts that the demand is about are
     * weighed together with the wholes; those of other needs make way afterwards. Those that cannot are weighed too.
     */
    private Optional<Remedy> near(Demand demand, List<Knowledge.Row> rows, BitSet wholes) {
        BitSet weighed = new BitSet();
        weighed.set(CellSystem.WHOLES);
        weighed.set(system.blockOf(demand.sum()));
        while (true) {
            Optional<Remedy> remedy = solve(demand, rows, neighbourhood.withParts(wholes, weighed), weighed);
            OptionalInt stuck = remedy.isPresent() ? makeWay(weighed, rows, wholes, remedy.get()) : OptionalInt.empty();
            if (stuck.isEmpty()) {
                return remedy.map(found -> onlyWhatIsNeeded(found, rows));
            }
            weighed.set(stuck.getAsInt());
        }
    }

    /** Leaves out what a search that ended early has hidden without need. */
    private Remedy onlyWhatIsNeeded(Remedy remedy, List<Knowledge.Row> rows) {
        List<Integer> needed = rows.stream()
                .filter(row -> remedy.cells.contains(row.source()) && !row.holdsIn(remedy.world))
                .map(Knowledge.Row::source)
                .distinct()
                .sorted()
                .toList();
        return new Remedy(needed, cost(needed), remedy.world);
    }

    private double cost(List<Integer> hidden) {
        return hidden.stream()
                .mapToDouble(cell -> system.cells().get(cell).weight())
                .sum();
    }

    /** Moves the parts that were not weighed; gives a block whose parts find no place. */
    private OptionalInt makeWay(BitSet weighed, List<Knowledge.Row> rows, BitSet wholes, Remedy remedy) {
        List<Knowledge.Row> left = rows.stream()
                .filter(row -> !remedy.cells.contains(row.source()))
                .toList();
        double cap = Ground.REACH * (double) policy.k();
        try (Piece piece = new Piece(system, system.truth(), left, neighbourhood.withParts(wholes), cap)) {
            for (int block = 0; block < system.blocks(); block++) {
                if (!weighed.get(block) && !piece.placeParts(block, Map.of(), remedy.world)) {
                    return OptionalInt.of(block);
                }
            }
        }
        return OptionalInt.empty();
    }

    private Optional<Remedy> solve(Demand demand, List<Knowledge.Row> rows, BitSet free, BitSet weighed) {
        MPSolver solver = Solvers.integer();
        try {
            Model model = new Model(solver, demand, free);
            rows.stream()
                    .filter(row -> weighed.get(system.blockOf(row.sum())))
                    .filter(row -> row.sum().touches(free))
                    .forEach(model::constrain);
            return model.solve();
        } finally {
            solver.delete();
        }
    }

    /** The programme of one demand. */
    private final class Model {
        private final MPSolver solver;
        private final Demand demand;
        private final Map<Integer, MPVariable> deviation = new HashMap<>();
        private final Map<Integer, MPVariable> hides = new HashMap<>();
        /** How far the world may stray from the truth in any cell: enough for the demand, and small for the solver. */
        private final double reach;

        Model(MPSolver solver, Demand demand, BitSet free) {
            this.solver = solver;
            this.demand = demand;
            this.reach = 2
                    * (Math.abs(demand.atLeast() - demand.sum().in(system.truth()))
                            + policy.k()
                            + policy.roundingBase());
            int[] truth = system.truth();
            free.stream().forEach(atom -> {
                double least = Math.max(-reach, system.known(atom) - (double) truth[atom]);
                deviation.put(atom, solver.makeIntVar(least, reach, ""));
            });
            free.stream().filter(system::isPart).forEach(this::bound);
            free.stream().filter(atom -> !system.isPart(atom)).forEach(whole -> addShortage(whole, truth, free));
        }

        /** Other parts of the whole had to make way, and might find no place to go. */
        private void addShortage(int whole, int[] truth, BitSet free) {
            int people = system.least(whole, truth, part -> !free.get(part));
            if (people > system.known(whole)) {
                MPVariable shortage = solver.makeNumVar(0, Double.POSITIVE_INFINITY, "");
                MPConstraint row = solver.makeConstraint(people - (double) truth[whole], Double.POSITIVE_INFINITY);
                row.setCoefficient(variable(whole), 1);
                row.setCoefficient(shortage, 1);
                solver.objective().setCoefficient(shortage, SHORTAGE);
            }
        }

        private void bound(int part) {
            int whole = system.wholeOf(part);
            MPConstraint row =
                    solver.makeConstraint(Double.NEGATIVE_INFINITY, system.truth(whole) - (double) system.truth(part));
            row.setCoefficient(variable(part), 1);
            row.setCoefficient(variable(whole), -1);
        }

        private MPVariable variable(int atom) {
            MPVariable variable = deviation.get(atom);
            if (variable == null) {
                throw new IllegalStateException("atom " + atom + " is not free");
            }
            return variable;
        }

        Optional<Remedy> solve() {
            double there = demand.sum().in(system.truth());
            MPConstraint target = solver.makeConstraint(demand.atLeast() - there, Double.POSITIVE_INFINITY);
            for (int term = 0; term < demand.sum().size(); term++) {
                target.setCoefficient(
                        variable(demand.sum().atom(term)), demand.sum().factor(term));
            }
            solver.objective().setMinimization();
            if (!Solvers.isSolved(solver.solve(nearlyBest()))) {
                return Optional.empty();
            }
            List<Integer> cells = new ArrayList<>();
            hides.forEach((cell, hidden) -> {
                if (hidden.solutionValue() > 0.5) {
                    cells.add(cell);
                }
            });
            int[] world = system.truth();
            deviation.forEach((atom, variable) -> world[atom] += (int) Math.rint(variable.solutionValue()));
            List<Integer> sorted = cells.stream().sorted().toList();
            return Optional.of(new Remedy(sorted, cost(sorted), world));
        }

        /** Hiding a cell more than is needed costs little; proving that none is costs most of the time. */
        private static MPSolverParameters nearlyBest() {
            MPSolverParameters parameters = new MPSolverParameters();
            parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0.05);
            return parameters;
        }

        /** The world must agree with what is known, except with what a cell says that is bought to be hidden. */
        private void constrain(Knowledge.Row known) {
            double there = known.sum().in(system.truth());
            if (known.low() > Double.NEGATIVE_INFINITY) {
                constrain(known, known.low() - there, Double.POSITIVE_INFINITY, 2 * reach);
            }
            if (known.high() < Double.POSITIVE_INFINITY) {
                constrain(known, Double.NEGATIVE_INFINITY, known.high() - there, -2 * reach);
            }
        }

        private void constrain(Knowledge.Row known, double low, double high, double relief) {
            MPConstraint row = null;
            for (int term = 0; term < known.sum().size(); term++) {
                MPVariable variable = deviation.get(known.sum().atom(term));
                if (variable != null) {
                    row = row == null ? solver.makeConstraint(low, high) : row;
                    row.setCoefficient(variable, known.sum().factor(term));
                }
            }
            if (row != null && canBeHidden(known.source())) {
                row.setCoefficient(hides(known.source()), relief);
            }
        }

        /** What stands already cannot be hidden any more. */
        private boolean canBeHidden(int source) {
            return source != Knowledge.ALWAYS
                    && system.cells().get(source).standing().isEmpty();
        }

        private MPVariable hides(int cell) {
            return hides.computeIfAbsent(cell, c -> {
                MPVariable hidden = solver.makeBoolVar("");
                // A tiny extra cost by place makes the cheapest set unique, hence the same on every run.
                solver.objective().setCoefficient(hidden, system.cells().get(c).weight() * (1 + 1e-6 * c));
                return hidden;
            });
        }
    }
}
