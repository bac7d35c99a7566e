package org.reentryatlas.cql2;

/** Any bytes as CQL2 Json: a filter that can be asked, or a named fault. */
public final class JsonFuzz {
    private JsonFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        FuzzFilter.read(data, Sample::parseJson);
    }
}
