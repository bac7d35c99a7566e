package org.reentryatlas.layer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A rate or a location quotient.
 *
 * @param value to three significant digits, half rounded up; null where it is blank
 * @param status {@code shown}, or why it is blank
 */
record Figure(@Nullable Double value, String status) {
    private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    static Figure blank(String why) {
        return new Figure(null, why);
    }

    /** The one by the other, which is not 0. */
    static Figure of(long dividend, long divisor) {
        BigDecimal quotient = BigDecimal.valueOf(dividend).divide(BigDecimal.valueOf(divisor), DIGITS);
        return new Figure(quotient.doubleValue(), Share.SHOWN);
    }
}
