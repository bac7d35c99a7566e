package org.reentryatlas.cql2;

import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.cql2.Cql2GrammarParser.BetweenContext;
import org.reentryatlas.cql2.Cql2GrammarParser.ComparedContext;
import org.reentryatlas.cql2.Cql2GrammarParser.ExpressionContext;
import org.reentryatlas.cql2.Cql2GrammarParser.InContext;
import org.reentryatlas.cql2.Cql2GrammarParser.IsNullContext;
import org.reentryatlas.cql2.Cql2GrammarParser.LikeContext;
import org.reentryatlas.cql2.Cql2GrammarParser.SumContext;
import org.reentryatlas.cql2.Cql2GrammarParser.TestContext;

/** Reads what CQL2 Text says of a value after it: a comparison, LIKE, BETWEEN, IN or IS NULL. */
record PredicateReader(Function<SumContext, Node> sum, Function<ExpressionContext, Node> expression) {
    Node read(Node left, TestContext context) {
        String place = left.place();
        if (context instanceof ComparedContext compared) {
            return Node.Call.of(compared.operator.getText(), List.of(left, sum.apply(compared.sum())), place);
        }
        if (context instanceof LikeContext like) {
            return negated(like.NOT(), Node.Call.of("like", List.of(left, sum.apply(like.sum())), place), place);
        }
        if (context instanceof BetweenContext between) {
            List<Node> arguments = List.of(left, sum.apply(between.sum(0)), sum.apply(between.sum(1)));
            return negated(between.NOT(), Node.Call.of("between", arguments, place), place);
        }
        if (context instanceof InContext in) {
            List<Node> items = in.expression().stream().map(expression).toList();
            return negated(in.NOT(), Node.Call.of("in", List.of(left, new Node.Items(items, place)), place), place);
        }
        return negated(((IsNullContext) context).NOT(), Node.Call.of("isNull", List.of(left), place), place);
    }

    /** The node, or its opposite if there is a NOT. */
    static Node negated(@Nullable TerminalNode not, Node node, String place) {
        return not == null ? node : Node.Call.of("not", List.of(node), place);
    }
}
