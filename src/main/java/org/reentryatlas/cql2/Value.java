package org.reentryatlas.cql2;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that has a value for each row: String, Double, Boolean, LocalDate, Instant, Collection or
 * {@link org.reentryatlas.geo.Shape}; null is unknown.
 */
sealed interface Value {
    @Nullable
    Object of(Row row);

    /** A number as values hold it: zero has no sign, and what is not finite is unknown. */
    static @Nullable Double number(double number) {
        return Double.isFinite(number) ? (Double) (number + 0.0) : null;
    }

    record Constant(Object value) implements Value {
        @Override
        public Object of(Row row) {
            return value;
        }
    }

    record Column(int column, Type type) implements Value {
        @Override
        public @Nullable Object of(Row row) {
            Object value = row.value(column);
            if (value == null) {
                return null;
            }
            return switch (type) {
                case NUMBER -> number(((Number) value).doubleValue());
                case TEXT, BOOLEAN, DATE, TIMESTAMP, TEXTS, GEOMETRY -> value;
            };
        }
    }

    record Calculated(Calculation calculation, Value left, Value right) implements Value {
        @Override
        public @Nullable Object of(Row row) {
            Object one = left.of(row);
            Object other = right.of(row);
            return one == null || other == null ? null : calculation.apply((Double) one, (Double) other);
        }
    }

    record Folded(Folding folding, Value text) implements Value {
        @Override
        public @Nullable Object of(Row row) {
            Object value = text.of(row);
            return value == null ? null : folding.apply((String) value);
        }
    }

    /** An array of which a part is unknown is unknown. */
    record Items(List<Value> items) implements Value {
        @Override
        public @Nullable Object of(Row row) {
            Set<Object> values = new HashSet<>();
            for (Value item : items) {
                Object value = item.of(row);
                if (value == null) {
                    return null;
                }
                values.add(value);
            }
            return values;
        }
    }
}
