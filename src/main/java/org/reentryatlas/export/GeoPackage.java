package org.reentryatlas.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** GeoPackage (OGC 12-128), with what is to be known and the field dictionary as tables beside the layers. */
final class GeoPackage implements Renderer {
    @Override
    public void write(Export export, Path file) throws IOException {
        write(List.of(export), export.about(), file);
    }

    /** Several layers in one file. */
    void write(List<Export> exports, About about, Path file) throws IOException {
        List<OgrLayer> layers =
                new ArrayList<>(exports.stream().map(OgrLayer::of).toList());
        layers.add(OgrLayer.ofFields(exports));
        layers.add(OgrLayer.ofAbout(about));
        Ogr.write("GPKG", about.day(), layers, file, List.of());
    }
}
