package org.reentryatlas.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what a value is and whether its parts fit. */
final class ValueChecker {
    private static final int MOST_ITEMS = 1_000;

    private final Queryables queryables;

    ValueChecker(Queryables queryables) {
        this.queryables = queryables;
    }

    /** A value and what it is; whole numbers are {@link Type#NUMBER} here. */
    record Typed(Type type, Value value) {
        @Nullable
        Object constant() {
            return value instanceof Value.Constant constant ? constant.value() : null;
        }
    }

    /** A property of any type. */
    Typed property(Node.Property property) {
        Queryable queryable = queryables
                .find(property.name())
                .orElseThrow(() -> Cql2Exception.at(
                        property.place(),
                        "There is no property " + Cql2Exception.quoted(property.name()) + " to filter by"));
        return new Typed(queryable.type(), new Value.Column(queryable.column(), queryable.type()));
    }

    /** A text, number, boolean, date or timestamp. */
    Typed scalar(Node node) {
        Typed typed = value(node);
        if (typed.type() == Type.GEOMETRY || typed.type() == Type.TEXTS) {
            throw Cql2Exception.at(node.place(), described(node, typed.type()) + " cannot be used here");
        }
        return typed;
    }

    /** A value of any type. */
    Typed value(Node node) {
        if (node instanceof Node.Literal literal) {
            return new Typed(literal.type(), new Value.Constant(literal.value()));
        }
        if (node instanceof Node.Property property) {
            return property(property);
        }
        if (node instanceof Node.Parenthesis parenthesis) {
            return value(parenthesis.inner());
        }
        if (node instanceof Node.Call call) {
            return call(call);
        }
        throw Cql2Exception.at(node.place(), "A single value was expected");
    }

    /** The function that a name means, if it makes a text of a text. */
    static Optional<Folding> folding(String name) {
        return switch (name) {
            case "casei" -> Optional.of(Folding.CASE);
            case "accenti" -> Optional.of(Folding.ACCENTS);
            default -> Optional.empty();
        };
    }

    private Typed call(Node.Call call) {
        Optional<Folding> folding = folding(call.name());
        if (folding.isPresent()) {
            Value text = required(Type.TEXT, arguments(call, 1).get(0), call);
            return text instanceof Value.Constant constant
                    ? new Typed(Type.TEXT, new Value.Constant(folding.get().apply((String) constant.value())))
                    : new Typed(Type.TEXT, new Value.Folded(folding.get(), text));
        }
        Calculation calculation = Calculation.of(call.name())
                .orElseThrow(() -> Cql2Exception.at(
                        call.place(), Cql2Exception.quoted(call.name()) + " is nothing that gives a value here"));
        List<Node> numbers = arguments(call, 2);
        return new Typed(
                Type.NUMBER,
                calculated(
                        calculation,
                        required(Type.NUMBER, numbers.get(0), call),
                        required(Type.NUMBER, numbers.get(1), call)));
    }

    /** Numbers alone are calculated once, unless there is no result. */
    private static Value calculated(Calculation calculation, Value left, Value right) {
        if (left instanceof Value.Constant one && right instanceof Value.Constant other) {
            Double result = calculation.apply((Double) one.value(), (Double) other.value());
            if (result != null) {
                return new Value.Constant(result);
            }
        }
        return new Value.Calculated(calculation, left, right);
    }

    /** A value that an operator takes. */
    Value required(Type type, Node node, Node.Call operator) {
        Typed typed = value(node);
        if (typed.type() != type) {
            throw Cql2Exception.at(
                    node.place(),
                    Cql2Exception.quoted(operator.name()) + " takes " + type.withArticle() + ", and "
                            + described(node, typed.type()) + " is none");
        }
        return typed.value();
    }

    static List<Node> arguments(Node.Call call, int count) {
        if (call.arguments().size() != count) {
            throw Cql2Exception.at(
                    call.place(),
                    Cql2Exception.quoted(call.name()) + " takes "
                            + (count == 1 ? "one argument" : count + " arguments"));
        }
        return call.arguments();
    }

    static List<Node> items(Node.Items items) {
        if (items.items().size() > MOST_ITEMS) {
            throw Cql2Exception.at(items.place(), "A list has more than " + MOST_ITEMS + " items");
        }
        return items.items();
    }

    /** Values that are compared with each other; a text beside dates or timestamps is read as one, if it can be. */
    List<Typed> alike(List<Node> nodes) {
        List<Typed> all = new ArrayList<>(nodes.stream().map(this::scalar).toList());
        if (all.stream().anyMatch(typed -> typed.type().isInstant())) {
            all.replaceAll(ValueChecker::instant);
        }
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).type() != all.get(0).type()) {
                throw Cql2Exception.at(
                        nodes.get(i).place(),
                        described(nodes.get(0), all.get(0).type()) + " cannot be compared with "
                                + described(nodes.get(i), all.get(i).type()));
            }
        }
        return all;
    }

    private static Typed instant(Typed typed) {
        return typed.constant() instanceof String text
                ? Literals.instant(text, "")
                        .map(literal -> new Typed(literal.type(), new Value.Constant(literal.value())))
                        .orElse(typed)
                : typed;
    }

    /** A property by its name, anything else by what it is. */
    static String described(Node node, Type type) {
        return node instanceof Node.Property property
                ? "property " + Cql2Exception.quoted(property.name()) + " (" + type.word() + ")"
                : "a value of type " + type.word();
    }
}
