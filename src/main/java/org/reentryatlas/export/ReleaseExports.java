package org.reentryatlas.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.layer.Layer;
import org.reentryatlas.layer.LevelWords;
import org.reentryatlas.layer.PublishedLayerStore;

/** The files that are made of a release: each layer in every format, and the whole release. */
public final class ReleaseExports {
    /** Those that the zip file of the whole release holds. */
    private static final Set<Format> IN_ZIP = Set.of(Format.GEOJSON, Format.CSV, Format.CSV_WKT, Format.CSV_METADATA);

    private static final List<String> OF_WHOLE =
            List.of(Format.GEOPACKAGE.fileName(LayerFile.WHOLE), Format.XLSX.fileName(LayerFile.WHOLE), LayerFile.ZIP);

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
        render(store, null, name -> true, taker);
    }

    /** Whether a file of a release has a place for a stamp; beside the others one can lie. */
    public static boolean isStamped(String name) {
        return LayerFile.of(name).filter(LayerFile::saysWhatItIs).isPresent();
    }

    /**
     * Makes files of a release, in a fixed order.
     *
     * @param stamp what stands in them beside what every file says, or null
     * @param wanted the names of those to make
     * @param taker is given each as soon as it is made
     */
    public void render(
            PublishedLayerStore store, @Nullable Stamp stamp, Predicate<String> wanted, Consumer<Made> taker) {
        List<Export> exports = exports(store, stamp, wanted);
        About about = About.ofRelease(jurisdiction, store.release(), publisher).with(stamp);
        try (Scratch scratch = Scratch.open()) {
            List<Path> zipped = new ArrayList<>();
            for (Export export : exports) {
                for (Format format : Format.values()) {
                    String name = format.fileName(export.id());
                    boolean isZipped = IN_ZIP.contains(format) && wanted.test(LayerFile.ZIP);
                    if (!isZipped && !wanted.test(name)) {
                        continue;
                    }
                    Path file = scratch.file(name);
                    format.renderer().write(export, file);
                    give(file, format.mediaType(), wanted, taker);
                    if (isZipped) {
                        zipped.add(file);
                    }
                }
            }
            Path geoPackage = scratch.file(Format.GEOPACKAGE.fileName(LayerFile.WHOLE));
            if (wanted.test(name(geoPackage))) {
                new GeoPackage().write(exports, about, geoPackage);
                give(geoPackage, Format.GEOPACKAGE.mediaType(), wanted, taker);
            }
            Path workbook = scratch.file(Format.XLSX.fileName(LayerFile.WHOLE));
            if (wanted.test(name(workbook))) {
                new Xlsx().write(exports, about, workbook);
                give(workbook, Format.XLSX.mediaType(), wanted, taker);
            }
            Path zip = scratch.file(LayerFile.ZIP);
            if (wanted.test(LayerFile.ZIP)) {
                writeZip(zipped, about, zip);
                give(zip, "application/zip", wanted, taker);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the files of a release cannot be written", e);
        }
    }

    private static void give(Path file, String mediaType, Predicate<String> wanted, Consumer<Made> taker) {
        if (wanted.test(name(file))) {
            taker.accept(new Made(name(file), mediaType, file));
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** All layers where a file of the whole release is wanted, else those of which one is. */
    private List<Export> exports(PublishedLayerStore store, @Nullable Stamp stamp, Predicate<String> wanted) {
        List<String> levels = store.listLevels();
        boolean isWhole = OF_WHOLE.stream().anyMatch(wanted);
        return words.stream()
                .filter(level -> levels.contains(level.code()))
                .filter(level -> isWhole
                        || Stream.of(Format.values())
                                .anyMatch(format -> wanted.test(format.fileName(Layer.idOf(level.code())))))
                .map(level -> {
                    String title = Layer.titleOf(level);
                    return new Export(
                            Layer.idOf(level.code()),
                            store.readAreas(level.code()),
                            About.ofRelease(title, jurisdiction, store.release(), publisher)
                                    .with(stamp));
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
