package org.reentryatlas.cql2;

import java.util.List;
import java.util.Locale;

/** A part of a filter as it was written, in text or JSON, before its types are known. */
sealed interface Node {
    /** More would be nested by no person and could exhaust the stack. */
    int MOST_LEVELS = 50;

    /** Where it stands, such as {@code at character 17}. */
    String place();

    /** How deep calls are nested in it. */
    default int levels() {
        return 0;
    }

    /** A value: String, Double, Boolean, LocalDate, Instant or {@link org.reentryatlas.geo.Shape}, as the type says. */
    record Literal(Type type, Object value, String place) implements Node {}

    record Property(String name, String place) implements Node {}

    /** A time between two ends, each a literal text or a property. */
    record Interval(Node from, Node to, String place) implements Node {
        static Interval of(List<Node> ends, String place) {
            if (ends.size() != 2) {
                throw Cql2Exception.at(place, "An interval must have two ends");
            }
            for (Node end : ends) {
                boolean isText = end instanceof Literal literal && literal.type() == Type.TEXT;
                if (!isText && !(end instanceof Property)) {
                    throw Cql2Exception.at(end.place(), "An end of an interval must be a text or a property");
                }
            }
            return new Interval(ends.get(0), ends.get(1), place);
        }
    }

    /** A list of an operator or an array. */
    record Items(List<Node> items, String place) implements Node {
        @Override
        public int levels() {
            return deepest(items);
        }
    }

    /** Parentheses around one thing, which may be an array of one. */
    record Parenthesis(Node inner, String place) implements Node {
        @Override
        public int levels() {
            return inner.levels();
        }
    }

    /** An operator or a function: its name, in lower case, as CQL2 JSON has it. */
    record Call(String name, List<Node> arguments, int levels, String place) implements Node {
        static Call of(String name, List<Node> arguments, String place) {
            int levels = 1 + deepest(arguments);
            if (levels > MOST_LEVELS) {
                throw tooDeep(place);
            }
            return new Call(name.toLowerCase(Locale.ROOT), arguments, levels, place);
        }
    }

    static Cql2Exception tooDeep(String place) {
        return Cql2Exception.at(place, "The filter is nested more than " + MOST_LEVELS + " levels deep");
    }

    private static int deepest(List<Node> nodes) {
        return nodes.stream().mapToInt(Node::levels).max().orElse(0);
    }
}
