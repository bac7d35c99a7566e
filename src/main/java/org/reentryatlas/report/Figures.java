package org.reentryatlas.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Numbers as people read them. */
final class Figures {
    private Figures() {}

    static String count(long number) {
        return String.format(Locale.US, "%,d", number);
    }

    /** To one decimal; not all is never called all, and some never none. */
    static String share(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        BigDecimal percent = BigDecimal.valueOf(100 * part).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
        if (part > 0 && part < whole) {
            percent = percent.max(new BigDecimal("0.1")).min(new BigDecimal("99.9"));
        }
        return percent + "\u00a0%";
    }

    /** With a decimal only where there is one. */
    static String decimal(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_EVEN);
        return rounded.stripTrailingZeros().scale() <= 0
                ? count(rounded.longValueExact())
                : String.format(Locale.US, "%,.1f", rounded);
    }

    /** "a, b and c" */
    static String listing(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    static String upperFirst(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.US) + words.substring(1);
    }
}
