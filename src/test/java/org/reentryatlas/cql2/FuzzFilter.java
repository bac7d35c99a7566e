package org.reentryatlas.cql2;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Reads a filter and asks it of rows; only {@link Cql2Exception} may come of it, and a short one. */
final class FuzzFilter {
    private static final int LONGEST_MESSAGE = 200;

    private FuzzFilter() {}

    static void read(byte[] data, Function<String, Filter> parser) {
        try {
            Filter filter = parser.apply(new String(data, StandardCharsets.UTF_8));
            filter.box();
            filter.keeps(Sample.SITE);
            filter.keeps(Sample.EMPTY);
        } catch (Cql2Exception e) {
            if (String.valueOf(e.getMessage()).length() > LONGEST_MESSAGE) {
                throw new AssertionError("the message is long", e);
            }
        }
    }
}
