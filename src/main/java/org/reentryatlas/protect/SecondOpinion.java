package org.reentryatlas.protect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Solves a linear programme with ojAlgo, which shares no code with OR-Tools, and in the other form: the unknowns are counts, not
 * deviations. A solver that is wrong is wrong in silence, so some bounds are found twice.
 */
final class SecondOpinion {
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final Map<Integer, Variable> counts = new HashMap<>();

    /**
     * A programme.
     *
     * @param atoms its unknowns
     * @param least the fewest people of each
     * @param most the most people of each
     * @param rows what must hold of them
     */
    SecondOpinion(int[] atoms, double[] least, double[] most, List<Knowledge.Row> rows) {
        for (int i = 0; i < atoms.length; i++) {
            counts.put(
                    atoms[i], model.newVariable("x" + atoms[i]).lower(least[i]).upper(most[i]));
        }
        for (int i = 0; i < rows.size(); i++) {
            Knowledge.Row row = rows.get(i);
            Expression expression = model.newExpression("row" + i);
            for (int term = 0; term < row.sum().size(); term++) {
                expression.set(count(row.sum().atom(term)), row.sum().factor(term));
            }
            if (row.low() > Double.NEGATIVE_INFINITY) {
                expression.lower(row.low());
            }
            if (row.high() < Double.POSITIVE_INFINITY) {
                expression.upper(row.high());
            }
        }
    }

    private Variable count(int atom) {
        Variable count = counts.get(atom);
        if (count == null) {
            throw new IllegalArgumentException("atom " + atom + " is no unknown of this programme");
        }
        return count;
    }

    /**
     * The largest value of a sum.
     *
     * @throws ProtectionException if the solver ends in any way but with an optimum
     */
    double highest(Sum sum) {
        for (int term = 0; term < sum.size(); term++) {
            count(sum.atom(term)).weight(sum.factor(term));
        }
        Optimisation.Result result = model.maximise();
        if (!result.getState().isOptimal()) {
            throw new ProtectionException("the second solver ended with " + result.getState() + " instead of a proof");
        }
        return result.getValue();
    }
}
