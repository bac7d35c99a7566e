package org.reentryatlas.cql2;

import java.util.Collection;
import java.util.Collections;

/** How two arrays can lie to each other, taken as sets. */
enum SetRelation {
    CONTAINEDBY,
    CONTAINS,
    EQUALS,
    OVERLAPS;

    boolean holds(Collection<?> left, Collection<?> right) {
        return switch (this) {
            case CONTAINEDBY -> right.containsAll(left);
            case CONTAINS -> left.containsAll(right);
            case EQUALS -> left.containsAll(right) && right.containsAll(left);
            case OVERLAPS -> !Collections.disjoint(left, right);
        };
    }
}
