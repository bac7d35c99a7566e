package org.reentryatlas.cql2;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.reentryatlas.geo.Box;
import org.reentryatlas.geo.PreparedShape;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.geo.SpatialRelation;

/** Something that is true, false or unknown of each row, with its types checked. */
sealed interface Condition {
    Truth test(Row row);

    /** A box that the geometry of every row meets of which this is true, if it gives one. */
    default Optional<Box> box() {
        return Optional.empty();
    }

    /** The truth of parts of which a single one decides for all if it has that truth. */
    private static Truth of(List<Condition> parts, Row row, Truth deciding) {
        Truth truth = deciding.not();
        for (Condition part : parts) {
            Truth one = part.test(row);
            if (one == deciding) {
                return deciding;
            }
            truth = one == Truth.UNKNOWN ? one : truth;
        }
        return truth;
    }

    record Constant(Truth truth) implements Condition {
        @Override
        public Truth test(Row row) {
            return truth;
        }
    }

    record All(List<Condition> parts) implements Condition {
        @Override
        public Truth test(Row row) {
            return of(parts, row, Truth.FALSE);
        }

        /** The smallest, not what all have in common: a large area may meet two boxes that are far from each other. */
        @Override
        public Optional<Box> box() {
            return parts.stream()
                    .flatMap(part -> part.box().stream())
                    .reduce((one, other) -> size(one) <= size(other) ? one : other);
        }

        private static double size(Box box) {
            return box.maxX() - box.minX() + (box.maxY() - box.minY());
        }
    }

    record Any(List<Condition> parts) implements Condition {
        @Override
        public Truth test(Row row) {
            return of(parts, row, Truth.TRUE);
        }

        @Override
        public Optional<Box> box() {
            List<Box> boxes =
                    parts.stream().flatMap(part -> part.box().stream()).toList();
            return boxes.size() < parts.size()
                    ? Optional.empty()
                    : boxes.stream().reduce(Box::including);
        }
    }

    record Not(Condition part) implements Condition {
        @Override
        public Truth test(Row row) {
            return part.test(row).not();
        }
    }

    record IsNull(Value value) implements Condition {
        @Override
        public Truth test(Row row) {
            return Truth.of(value.of(row) == null);
        }
    }

    record IsUnknown(Condition part) implements Condition {
        @Override
        public Truth test(Row row) {
            return Truth.of(part.test(row) == Truth.UNKNOWN);
        }
    }

    record Compared(Comparison comparison, Value left, Value right) implements Condition {
        @Override
        public Truth test(Row row) {
            Object one = left.of(row);
            Object other = right.of(row);
            return one == null || other == null ? Truth.UNKNOWN : Truth.of(comparison.holds(one, other));
        }
    }

    record Like(Value text, LikePattern pattern) implements Condition {
        @Override
        public Truth test(Row row) {
            Object value = text.of(row);
            return value == null ? Truth.UNKNOWN : Truth.of(pattern.matches((String) value));
        }
    }

    /**
     * Whether the value is one of a list.
     *
     * @param constants those of the list that are the same for every row; the others are calculated
     */
    record In(Value value, Set<Object> constants, List<Value> others) implements Condition {
        @Override
        public Truth test(Row row) {
            Object one = value.of(row);
            if (one == null) {
                return Truth.UNKNOWN;
            }
            if (constants.contains(one)) {
                return Truth.TRUE;
            }
            Truth truth = Truth.FALSE;
            for (Value item : others) {
                Object other = item.of(row);
                if (one.equals(other)) {
                    return Truth.TRUE;
                }
                truth = other == null ? Truth.UNKNOWN : truth;
            }
            return truth;
        }
    }

    /** Whether the literal shape has the relation to that of the row. */
    record ToShape(SpatialRelation relation, PreparedShape shape, Value geometry) implements Condition {
        @Override
        public Truth test(Row row) {
            Object other = geometry.of(row);
            return other == null ? Truth.UNKNOWN : Truth.of(shape.is(relation, (Shape) other));
        }

        @Override
        public Optional<Box> box() {
            return relation == SpatialRelation.DISJOINT ? Optional.empty() : Optional.of(shape.box());
        }
    }

    record Spatial(SpatialRelation relation, Value left, Value right) implements Condition {
        @Override
        public Truth test(Row row) {
            Object one = left.of(row);
            Object other = right.of(row);
            return one == null || other == null ? Truth.UNKNOWN : Truth.of(((Shape) one).is(relation, (Shape) other));
        }
    }

    /** An interval of the rows that ends before it starts is no interval, so that nothing is known of it. */
    record Temporal(TimeRelation relation, Value start1, Value end1, Value start2, Value end2) implements Condition {
        @Override
        public Truth test(Row row) {
            Object from1 = start1.of(row);
            Object to1 = end1.of(row);
            Object from2 = start2.of(row);
            Object to2 = end2.of(row);
            if (from1 == null || to1 == null || from2 == null || to2 == null) {
                return Truth.UNKNOWN;
            }
            return Comparison.order(from1, to1) > 0 || Comparison.order(from2, to2) > 0
                    ? Truth.UNKNOWN
                    : Truth.of(relation.holds(from1, to1, from2, to2));
        }
    }

    record OfSets(SetRelation relation, Value left, Value right) implements Condition {
        @Override
        public Truth test(Row row) {
            Object one = left.of(row);
            Object other = right.of(row);
            return one == null || other == null
                    ? Truth.UNKNOWN
                    : Truth.of(relation.holds((Collection<?>) one, (Collection<?>) other));
        }
    }
}
