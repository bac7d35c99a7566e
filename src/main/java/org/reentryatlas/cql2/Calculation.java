package org.reentryatlas.cql2;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Arithmetic in double precision. */
enum Calculation {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    /** The remainder, with the sign of the left number. */
    REMAINDER("%"),
    /** Division without the fraction, towards zero. */
    DIVIDE_WHOLE("div"),
    POWER("^");

    private final String sign;

    Calculation(String sign) {
        this.sign = sign;
    }

    static Optional<Calculation> of(String sign) {
        return Arrays.stream(values()).filter(one -> one.sign.equals(sign)).findFirst();
    }

    /** The result, or null where there is none that a double can hold, such as that of a division by zero. */
    @Nullable
    Double apply(double left, double right) {
        double result = switch (this) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            case REMAINDER -> left % right;
            case DIVIDE_WHOLE -> whole(left / right);
            case POWER -> Math.pow(left, right);
        };
        return Value.number(result);
    }

    private static double whole(double quotient) {
        return quotient < 0 ? Math.ceil(quotient) : Math.floor(quotient);
    }
}
