package org.reentryatlas.access;

/**
 * Between what a number surely lies, both ends included.
 *
 * @param low finite
 * @param high finite and not below {@code low}
 */
public record Range(double low, double high) {
    public Range {
        Amounts.requireFinite("the low end of a range", low);
        Amounts.requireFinite("the high end of a range", high);
        if (low > high) {
            throw new IllegalArgumentException("a range from " + low + " to " + high);
        }
    }
}
