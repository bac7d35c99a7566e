package org.reentryatlas.cql2;

/** Any bytes as CQL2 Text: a filter that can be asked, or a named fault. */
public final class TextFuzz {
    private TextFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        FuzzFilter.read(data, Sample::parseText);
    }
}
