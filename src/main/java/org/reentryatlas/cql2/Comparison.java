package org.reentryatlas.cql2;

import java.util.Arrays;
import java.util.Optional;

/** The six ways to compare two values of a type; texts by their UTF-16 code units, and false before true. */
enum Comparison {
    EQUAL("="),
    NOT_EQUAL("<>"),
    LESS("<"),
    GREATER(">"),
    LESS_OR_EQUAL("<="),
    GREATER_OR_EQUAL(">=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    static Optional<Comparison> of(String sign) {
        return Arrays.stream(values()).filter(one -> one.sign.equals(sign)).findFirst();
    }

    boolean holds(Object left, Object right) {
        int order = order(left, right);
        return switch (this) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case GREATER -> order > 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }

    /** The order of two values, which the checker has found to be of one type. */
    @SuppressWarnings("unchecked")
    static int order(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }
}
