package org.reentryatlas.table;

import java.io.IOException;

/** Any bytes as a GeoJSON file: rows in order, or a named fault. */
public final class GeoJsonFuzz {
    private GeoJsonFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        FuzzFiles.read(data, ".geojson");
    }
}
