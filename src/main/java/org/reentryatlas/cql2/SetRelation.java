package org.reentryatlas.cql2;

import java.util.Collections;
import java.util.Set;

/** How two arrays can lie to each other, taken as sets. */
enum SetRelation {
    CONTAINEDBY,
    CONTAINS,
    EQUALS,
    OVERLAPS;

    boolean holds(Set<?> left, Set<?> right) {
        return switch (this) {
            case CONTAINEDBY -> right.containsAll(left);
            case CONTAINS -> left.containsAll(right);
            case EQUALS -> left.equals(right);
            case OVERLAPS -> !Collections.disjoint(left, right);
        };
    }
}
