package org.reentryatlas.cql2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.reentryatlas.cql2.ValueChecker.Typed;
import org.reentryatlas.geo.PreparedShape;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.geo.SpatialRelation;

/** Makes a condition of what was written, and refuses what does not fit the properties or each other. */
final class Checker {
    private final ValueChecker values;
    private final TimeChecker times;

    Checker(Queryables queryables) {
        this.values = new ValueChecker(queryables);
        this.times = new TimeChecker(values);
    }

    Condition condition(Node node) {
        if (node instanceof Node.Parenthesis parenthesis) {
            return condition(parenthesis.inner());
        }
        if (node instanceof Node.Literal literal && literal.value() instanceof Boolean truth) {
            return new Condition.Constant(Truth.of(truth));
        }
        if (node instanceof Node.Call call) {
            return call(call);
        }
        throw Cql2Exception.at(
                node.place(), "A condition was expected, such as a comparison, and not a value by itself");
    }

    private Condition call(Node.Call call) {
        return switch (call.name()) {
            case "and" -> new Condition.All(conditions(call));
            case "or" -> new Condition.Any(conditions(call));
            case "not" ->
                new Condition.Not(condition(ValueChecker.arguments(call, 1).get(0)));
            case "like" -> like(call);
            case "between" -> between(call);
            case "in" -> in(call);
            case "isnull" -> isNull(ValueChecker.arguments(call, 1).get(0));
            default -> relation(call);
        };
    }

    private List<Condition> conditions(Node.Call call) {
        if (call.arguments().size() < 2) {
            throw Cql2Exception.at(call.place(), "'" + call.name() + "' takes two arguments or more");
        }
        return call.arguments().stream().map(this::condition).toList();
    }

    private Condition relation(Node.Call call) {
        Optional<Comparison> comparison = Comparison.of(call.name());
        if (comparison.isPresent()) {
            List<Typed> both = values.alike(ValueChecker.arguments(call, 2));
            return new Condition.Compared(
                    comparison.get(), both.get(0).value(), both.get(1).value());
        }
        Optional<SpatialRelation> space = named(SpatialRelation.values(), "s_", call);
        if (space.isPresent()) {
            return spatial(space.get(), call);
        }
        Optional<TimeRelation> time = named(TimeRelation.values(), "t_", call);
        if (time.isPresent()) {
            return times.condition(time.get(), call);
        }
        SetRelation sets = named(SetRelation.values(), "a_", call)
                .orElseThrow(() -> Cql2Exception.at(
                        call.place(), Cql2Exception.quoted(call.name()) + " is nothing that gives a condition"));
        return sets(sets, call);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String prefix, Node.Call call) {
        return Arrays.stream(all)
                .filter(one -> call.name().equals(prefix + one.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private Condition like(Node.Call call) {
        List<Node> arguments = ValueChecker.arguments(call, 2);
        Value text = values.required(Type.TEXT, arguments.get(0), call);
        if (values.value(arguments.get(1)).constant() instanceof String pattern) {
            return new Condition.Like(text, LikePattern.of(pattern));
        }
        throw Cql2Exception.at(arguments.get(1).place(), "The pattern of LIKE must be a text in quotes");
    }

    private Condition between(Node.Call call) {
        List<Typed> all = values.alike(ValueChecker.arguments(call, 3));
        Value value = all.get(0).value();
        return new Condition.All(List.of(
                new Condition.Compared(
                        Comparison.GREATER_OR_EQUAL, value, all.get(1).value()),
                new Condition.Compared(
                        Comparison.LESS_OR_EQUAL, value, all.get(2).value())));
    }

    private Condition in(Node.Call call) {
        List<Node> arguments = ValueChecker.arguments(call, 2);
        if (!(arguments.get(1) instanceof Node.Items items) || items.items().isEmpty()) {
            throw Cql2Exception.at(arguments.get(1).place(), "IN takes a list of at least one value");
        }
        List<Node> nodes = new ArrayList<>(ValueChecker.items(items));
        nodes.add(0, arguments.get(0));
        List<Typed> all = values.alike(nodes);
        Set<Object> constants = new HashSet<>();
        List<Value> others = new ArrayList<>();
        for (Typed item : all.subList(1, all.size())) {
            Object constant = item.constant();
            if (constant == null) {
                others.add(item.value());
            } else {
                constants.add(constant);
            }
        }
        return new Condition.In(all.get(0).value(), Set.copyOf(constants), List.copyOf(others));
    }

    private Condition isNull(Node node) {
        if (node instanceof Node.Parenthesis parenthesis) {
            return isNull(parenthesis.inner());
        }
        if (node instanceof Node.Interval interval) {
            return times.isNull(interval);
        }
        if (node instanceof Node.Call call
                && ValueChecker.folding(call.name()).isEmpty()
                && Calculation.of(call.name()).isEmpty()) {
            return new Condition.IsUnknown(call(call));
        }
        return new Condition.IsNull(values.value(node).value());
    }

    private Condition spatial(SpatialRelation relation, Node.Call call) {
        List<Node> arguments = ValueChecker.arguments(call, 2);
        Value left = values.required(Type.GEOMETRY, arguments.get(0), call);
        Value right = values.required(Type.GEOMETRY, arguments.get(1), call);
        if (left instanceof Value.Constant one && right instanceof Value.Constant other) {
            return new Condition.Constant(Truth.of(((Shape) one.value()).is(relation, (Shape) other.value())));
        }
        if (left instanceof Value.Constant one) {
            return new Condition.ToShape(relation, PreparedShape.of((Shape) one.value()), right);
        }
        if (right instanceof Value.Constant other) {
            return new Condition.ToShape(relation.transposed(), PreparedShape.of((Shape) other.value()), left);
        }
        return new Condition.Spatial(relation, left, right);
    }

    private Condition sets(SetRelation relation, Node.Call call) {
        List<Node> arguments = ValueChecker.arguments(call, 2);
        boolean ofTexts = arguments.stream().anyMatch(Node.Property.class::isInstance);
        return new Condition.OfSets(
                relation, set(arguments.get(0), ofTexts, call), set(arguments.get(1), ofTexts, call));
    }

    private Value set(Node node, boolean ofTexts, Node.Call call) {
        if (node instanceof Node.Items items) {
            return set(ValueChecker.items(items), ofTexts, call);
        }
        return node instanceof Node.Parenthesis one
                ? set(List.of(one.inner()), ofTexts, call)
                : values.required(Type.TEXTS, node, call);
    }

    private Value set(List<Node> items, boolean ofTexts, Node.Call call) {
        List<Value> all = items.stream()
                .map(item -> ofTexts
                        ? values.required(Type.TEXT, item, call)
                        : values.scalar(item).value())
                .toList();
        return all.stream().allMatch(Value.Constant.class::isInstance)
                ? new Value.Constant(Objects.requireNonNull(new Value.Items(all).of(column -> null)))
                : new Value.Items(all);
    }
}
