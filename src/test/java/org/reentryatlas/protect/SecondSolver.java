package org.reentryatlas.protect;

import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * A second attacker with another solver (ojAlgo) and another form: absolute counts instead of deviations, and nothing of
 * the truth but which cells an attacker who knows the rule would box.
 */
final class SecondSolver {
    private SecondSolver() {}

    static double upperBound(CellSystem system, List<Published> published, Policy policy, Attack attack, Sum sum) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] atoms = new Variable[system.atoms()];
        for (int i = 0; i < atoms.length; i++) {
            atoms[i] = model.newVariable("x" + i)
                    .lower(system.known(i))
                    .upper(100_000)
                    .integer(true)
                    .weight(0);
        }
        for (int term = 0; term < sum.size(); term++) {
            atoms[sum.atom(term)].weight(sum.factor(term));
        }
        for (int i = 0; i < atoms.length; i++) {
            if (system.isPart(i)) {
                Expression row = model.newExpression("bound" + i).upper(0);
                row.set(atoms[i], 1);
                row.set(atoms[system.wholeOf(i)], -1);
            }
        }
        Rounding rounding = new Rounding(policy);
        for (int i = 0; i < published.size(); i++) {
            Cell cell = system.cells().get(i);
            Interval known = null;
            if (published.get(i) instanceof Published.Shown shown) {
                Interval rounded = rounding.interval(shown.value(), cell.earlier());
                // The rules are public: a shown cell keeps k people when a household and the group quarters are off.
                known = new Interval(
                        Math.max(rounded.low(), policy.k() + 1 + cell.facts().groupQuarters()), rounded.high());
                if (cell.facts().others().isPresent()) {
                    // ... and leaves at least k people of the area out.
                    Expression others = model.newExpression("others" + i).lower(policy.k());
                    Sum rest = system.others(i);
                    for (int term = 0; term < rest.size(); term++) {
                        others.set(atoms[rest.atom(term)], rest.factor(term));
                    }
                }
            } else if (attack == Attack.PATTERN_AWARE) {
                known = cell.facts().count() < policy.k()
                        ? new Interval(0, policy.k() - 1)
                        : new Interval(policy.k(), 1_000_000);
            } else if (attack == Attack.RULE_AWARE && cell.facts().count() < policy.k()) {
                known = new Interval(0, policy.k() - 1);
            }
            if (known != null) {
                Expression row =
                        model.newExpression("cell" + i).lower(known.low()).upper(known.high());
                cell.atoms().forEach(atom -> row.set(atoms[atom], 1));
            }
        }
        Optimisation.Result result = model.maximise();
        if (!result.getState().isOptimal()) {
            throw new AssertionError("the second solver ended with " + result.getState());
        }
        return result.getValue();
    }
}
