package org.reentryatlas.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.reentryatlas.layer.Layer;
import org.reentryatlas.layer.LevelWords;
import org.reentryatlas.layer.PublishedLayerStore;
import org.reentryatlas.layer.PublishedRelease;

/** The files that are made of a release: each layer in every format, and the whole release. */
public final class ReleaseExports {
    /** Those that the zip file of the whole release holds. */
    private static final Set<Format> IN_ZIP = Set.of(Format.GEOJSON, Format.CSV, Format.CSV_WKT, Format.CSV_METADATA);

    private final Publisher publisher;
    private final String jurisdiction;
    private final List<LevelWords> words;

    /**
     * The exports of a jurisdiction.
     *
     * @param words of its levels, in their order
     */
    public ReleaseExports(Publisher publisher, String jurisdiction, List<LevelWords> words) {
        this.publisher = publisher;
        this.jurisdiction = jurisdiction;
        this.words = List.copyOf(words);
    }

    /** A file that was made; it is gone when its taker returns. */
    public record Made(String name, String mediaType, Path file) {}

    /**
     * Makes sure that all of them can be made.
     *
     * @throws ExportException that says what to install
     */
    public void require() {
        Ogr.require();
    }

    /**
     * Makes all files of a release, in a fixed order.
     *
     * @param taker is given each as soon as it is made
     */
    public void render(PublishedLayerStore store, Consumer<Made> taker) {
        PublishedRelease release = store.release();
        List<Export> exports = exports(store);
        About about = About.ofRelease(jurisdiction, release, publisher);
        try (Scratch scratch = Scratch.open()) {
            List<Path> zipped = new ArrayList<>();
            for (Export export : exports) {
                for (Format format : Format.values()) {
                    Path file = scratch.file(format.fileName(export.id()));
                    format.renderer().write(export, file);
                    taker.accept(new Made(file.getFileName().toString(), format.mediaType(), file));
                    if (IN_ZIP.contains(format)) {
                        zipped.add(file);
                    }
                }
            }
            Path geoPackage = scratch.file(Format.GEOPACKAGE.fileName(LayerFile.WHOLE));
            new GeoPackage().write(exports, about, geoPackage);
            taker.accept(new Made(geoPackage.getFileName().toString(), Format.GEOPACKAGE.mediaType(), geoPackage));
            Path workbook = scratch.file(Format.XLSX.fileName(LayerFile.WHOLE));
            new Xlsx().write(exports, about, workbook);
            taker.accept(new Made(workbook.getFileName().toString(), Format.XLSX.mediaType(), workbook));
            Path zip = scratch.file(LayerFile.ZIP);
            writeZip(zipped, about, zip);
            taker.accept(new Made(zip.getFileName().toString(), "application/zip", zip));
        } catch (IOException e) {
            throw new UncheckedIOException("the files of a release cannot be written", e);
        }
    }

    private List<Export> exports(PublishedLayerStore store) {
        List<String> levels = store.listLevels();
        return words.stream()
                .filter(level -> levels.contains(level.code()))
                .map(level -> {
                    String title = Layer.titleOf(level);
                    return new Export(
                            Layer.idOf(level.code()),
                            store.readAreas(level.code()),
                            About.ofRelease(title, jurisdiction, store.release(), publisher));
                })
                .toList();
    }

    private static void writeZip(List<Path> files, About about, Path file) throws IOException {
        try (Zip zip = new Zip(file, about.day())) {
            zip.add(
                    Readme.NAME,
                    Readme.of(
                            about,
                            "Each layer is here as GeoJSON, as CSV and as CSV with geometries; the file that ends with"
                                    + " .csv-metadata.json names the columns of both tables, with their types and meanings."));
            for (Path each : files) {
                zip.add(each);
            }
        }
    }
}
