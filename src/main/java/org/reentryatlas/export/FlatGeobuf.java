package org.reentryatlas.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * FlatGeobuf, with its index. What is to be known comes with it, as the dictionary of the CSV files. What has no place is not
 * in it, since its writer leaves that out.
 */
final class FlatGeobuf implements Renderer {
    @Override
    public void write(Export export, Path file) throws IOException {
        Ogr.write(
                "FlatGeobuf", export.about().day(), List.of(OgrLayer.of(export).withDaysAsText()), file, List.of());
    }
}
