package org.reentryatlas.cql2;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.cql2.Cql2GrammarParser.CallContext;
import org.reentryatlas.cql2.Cql2GrammarParser.ConjunctionContext;
import org.reentryatlas.cql2.Cql2GrammarParser.ExpressionContext;
import org.reentryatlas.cql2.Cql2GrammarParser.FactorContext;
import org.reentryatlas.cql2.Cql2GrammarParser.ListContext;
import org.reentryatlas.cql2.Cql2GrammarParser.NegationContext;
import org.reentryatlas.cql2.Cql2GrammarParser.NumberContext;
import org.reentryatlas.cql2.Cql2GrammarParser.OperandContext;
import org.reentryatlas.cql2.Cql2GrammarParser.PowerContext;
import org.reentryatlas.cql2.Cql2GrammarParser.PredicateContext;
import org.reentryatlas.cql2.Cql2GrammarParser.ProductContext;
import org.reentryatlas.cql2.Cql2GrammarParser.PropertyContext;
import org.reentryatlas.cql2.Cql2GrammarParser.ShapeContext;
import org.reentryatlas.cql2.Cql2GrammarParser.SumContext;
import org.reentryatlas.cql2.Cql2GrammarParser.TextContext;

/** Reads CQL2 Text. */
final class TextReader {
    private final Literals literals;

    TextReader(Literals literals) {
        this.literals = literals;
    }

    Node read(String text) {
        Cql2GrammarLexer lexer = new Cql2GrammarLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        requireShallow(tokens.getTokens());
        Cql2GrammarParser parser = new Cql2GrammarParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new FirstError());
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        return expression(parser.filter().expression());
    }

    /** The parser calls itself for each parenthesis, and for nothing else. */
    private static void requireShallow(List<Token> tokens) {
        int open = 0;
        for (Token token : tokens) {
            open += token.getText().equals("(") ? 1 : token.getText().equals(")") ? -1 : 0;
            if (open > Node.MOST_LEVELS) {
                throw Node.tooDeep(place(token));
            }
        }
    }

    private static String place(Token token) {
        return "at character " + (token.getStartIndex() + 1);
    }

    private static String place(ParserRuleContext context) {
        return place(context.getStart());
    }

    private Node expression(ExpressionContext context) {
        List<Node> parts = context.conjunction().stream().map(this::conjunction).toList();
        return parts.size() == 1 ? parts.get(0) : Node.Call.of("or", parts, place(context));
    }

    private Node conjunction(ConjunctionContext context) {
        List<Node> parts = context.negation().stream().map(this::negation).toList();
        return parts.size() == 1 ? parts.get(0) : Node.Call.of("and", parts, place(context));
    }

    private Node negation(NegationContext context) {
        return PredicateReader.negated(context.NOT(), predicate(context.predicate()), place(context));
    }

    private Node predicate(PredicateContext context) {
        Node left = sum(context.sum());
        return context.test() == null
                ? left
                : new PredicateReader(this::sum, this::expression).read(left, context.test());
    }

    private Node sum(SumContext context) {
        return chain(context.product(), context.operator, this::product);
    }

    private Node product(ProductContext context) {
        return chain(context.power(), context.operator, this::power);
    }

    /** Operators of one rank, from left to right. */
    private static <T> Node chain(List<T> operands, List<Token> operators, Function<T, Node> reader) {
        Node chain = reader.apply(operands.get(0));
        for (int i = 0; i < operators.size(); i++) {
            Token operator = operators.get(i);
            chain = Node.Call.of(
                    operator.getText(), List.of(chain, reader.apply(operands.get(i + 1))), place(operator));
        }
        return chain;
    }

    private Node power(PowerContext context) {
        Node base = factor(context.factor(0));
        return context.factor().size() == 1
                ? base
                : Node.Call.of("^", List.of(base, factor(context.factor(1))), place(context));
    }

    private Node factor(FactorContext context) {
        Node operand = operand(context.operand());
        if (context.sign == null) {
            return operand;
        }
        boolean isMinus = context.sign.getText().equals("-");
        if (operand instanceof Node.Literal number && number.type() == Type.NUMBER) {
            return isMinus ? Literals.number(-(Double) number.value(), number.place()) : number;
        }
        if (!isMinus) {
            throw Cql2Exception.at(place(context), "A plus sign must stand before a number or between two values");
        }
        return Node.Call.of("-", List.of(Literals.number(0, place(context)), operand), place(context));
    }

    private Node operand(OperandContext context) {
        String place = place(context);
        if (context instanceof NumberContext number) {
            return Literals.number(Double.parseDouble(number.getText()), place);
        }
        if (context instanceof TextContext text) {
            return new Node.Literal(Type.TEXT, Quoted.text(text.getText()), place);
        }
        if (context instanceof ShapeContext) {
            return literals.wkt(source(context), place);
        }
        if (context instanceof CallContext call) {
            return call(call.NAME().getText(), nodes(call.expression()), place);
        }
        if (context instanceof PropertyContext property) {
            return new Node.Property(
                    property.QUOTED() == null ? property.getText() : Quoted.name(property.getText()), place);
        }
        if (context instanceof ListContext list) {
            List<Node> items = nodes(list.expression());
            return items.size() == 1 ? new Node.Parenthesis(items.get(0), place) : new Node.Items(items, place);
        }
        return new Node.Literal(Type.BOOLEAN, context.getText().equalsIgnoreCase("true"), place);
    }

    private static String source(ParserRuleContext context) {
        return context.getStart()
                .getInputStream()
                .getText(Interval.of(
                        context.getStart().getStartIndex(), context.getStop().getStopIndex()));
    }

    private List<Node> nodes(List<ExpressionContext> expressions) {
        return expressions.stream().map(this::expression).toList();
    }

    /** Functions that write a literal are read as one; what others there are, the checker knows. */
    private Node call(String name, List<Node> arguments, String place) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "date" -> Literals.date(onlyText(arguments, "DATE", place), place);
            case "timestamp" -> Literals.timestamp(onlyText(arguments, "TIMESTAMP", place), place);
            case "interval" -> Node.Interval.of(arguments, place);
            case "bbox" ->
                literals.box(arguments.stream().map(TextReader::number).toList(), place);
            default -> Node.Call.of(name, arguments, place);
        };
    }

    private static String onlyText(List<Node> arguments, String name, String place) {
        if (arguments.size() == 1 && arguments.get(0) instanceof Node.Literal literal && literal.type() == Type.TEXT) {
            return (String) literal.value();
        }
        throw Cql2Exception.at(place, name + " takes one text in quotes");
    }

    private static Double number(Node node) {
        if (node instanceof Node.Literal literal && literal.type() == Type.NUMBER) {
            return (Double) literal.value();
        }
        throw Cql2Exception.at(node.place(), "BBOX takes numbers");
    }

    /** One fault is enough for an answer. */
    private static final class FirstError extends BaseErrorListener {
        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                @Nullable Object symbol,
                int line,
                int column,
                String message,
                @Nullable RecognitionException cause) {
            Token token = (Token) Objects.requireNonNull(symbol);
            throw Cql2Exception.at(
                    place(token),
                    switch (token.getType()) {
                        case Token.EOF -> "The filter ends too early";
                        case Cql2GrammarLexer.UNCLOSED -> "A quotation is not closed";
                        default -> "The filter should not go on with " + Cql2Exception.quoted(token.getText());
                    });
        }
    }
}
