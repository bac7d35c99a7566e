package org.reentryatlas.cql2;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.cql2.ValueChecker.Typed;

/** Checks instants and intervals: dates go with dates, and timestamps with timestamps. */
final class TimeChecker {
    private static final String UNBOUNDED = "..";

    private final ValueChecker values;

    TimeChecker(ValueChecker values) {
        this.values = values;
    }

    /** The ends of a time; null for one that is not bounded there. */
    private record Span(@Nullable Typed from, @Nullable Typed to) {
        Stream<Typed> ends() {
            return Stream.of(from, to).filter(Objects::nonNull).map(Objects::requireNonNull);
        }
    }

    Condition condition(TimeRelation relation, Node.Call call) {
        List<Node> arguments = ValueChecker.arguments(call, 2);
        Span one = span(arguments.get(0), relation);
        Span other = span(arguments.get(1), relation);
        List<Type> types = Stream.concat(one.ends(), other.ends())
                .map(Typed::type)
                .distinct()
                .toList();
        requireOne(types, call.place());
        boolean isDate = types.contains(Type.DATE);
        return new Condition.Temporal(
                relation, start(one, isDate), end(one, isDate), start(other, isDate), end(other, isDate));
    }

    /** An interval is unknown when one of its ends is. */
    Condition isNull(Node.Interval interval) {
        return new Condition.Any(span(interval)
                .ends()
                .<Condition>map(end -> new Condition.IsNull(end.value()))
                .toList());
    }

    private Span span(Node node, TimeRelation relation) {
        if (node instanceof Node.Interval interval) {
            return span(interval);
        }
        Typed instant = values.value(node);
        if (relation.isOfIntervals() || !instant.type().isInstant()) {
            throw Cql2Exception.at(
                    node.place(),
                    "'t_" + relation.name().toLowerCase(Locale.ROOT) + "' takes "
                            + (relation.isOfIntervals() ? "intervals" : "dates, timestamps or intervals") + ", and "
                            + ValueChecker.described(node, instant.type()) + " is none");
        }
        return new Span(instant, instant);
    }

    private Span span(Node.Interval interval) {
        Span span = new Span(end(interval.from()), end(interval.to()));
        requireOne(span.ends().map(Typed::type).distinct().toList(), interval.place());
        Object from = span.from() == null ? null : span.from().constant();
        Object to = span.to() == null ? null : span.to().constant();
        if (from != null && to != null && Comparison.order(from, to) > 0) {
            throw Cql2Exception.at(interval.place(), "An interval ends before it starts");
        }
        return span;
    }

    private @Nullable Typed end(Node node) {
        if (node instanceof Node.Literal literal && literal.value() instanceof String text) {
            return text.equals(UNBOUNDED)
                    ? null
                    : Literals.instant(text, node.place())
                            .map(values::value)
                            .orElseThrow(
                                    () -> Cql2Exception.at(
                                            node.place(),
                                            "An end of an interval must be written like 2026-07-31, 2026-07-31T12:30:00Z or .."));
        }
        Typed end = values.value(node);
        if (!end.type().isInstant()) {
            throw Cql2Exception.at(
                    node.place(), ValueChecker.described(node, end.type()) + " is neither a date nor a timestamp");
        }
        return end;
    }

    private static void requireOne(List<Type> types, String place) {
        if (types.size() > 1) {
            throw Cql2Exception.at(place, "Dates and timestamps cannot be compared with each other");
        }
    }

    private static Value start(Span span, boolean isDate) {
        return span.from() != null ? span.from().value() : new Value.Constant(isDate ? LocalDate.MIN : Instant.MIN);
    }

    private static Value end(Span span, boolean isDate) {
        return span.to() != null ? span.to().value() : new Value.Constant(isDate ? LocalDate.MAX : Instant.MAX);
    }
}
