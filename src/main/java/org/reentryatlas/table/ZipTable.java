package org.reentryatlas.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one table in a zip file, such as a zipped Shapefile. It is unpacked anew each time it is read, and removed again. */
final class ZipTable implements Table {
    private final Path file;
    private final Archive archive;
    private final ReadOptions options;
    private final List<String> columns;
    private final boolean geometry;
    private final Optional<String> declaredCrs;
    private final boolean decimalCommas;
    private final List<String> notes;

    private ZipTable(Path file, Archive archive, ReadOptions options, Table inner) {
        this.file = file;
        this.archive = archive;
        this.options = options;
        this.columns = inner.columns();
        this.geometry = inner.hasGeometry();
        this.declaredCrs = inner.declaredCrs();
        this.decimalCommas = inner.hasDecimalCommas();
        this.notes = inner.notes();
    }

    static ZipTable open(Path file, ReadOptions options) throws IOException {
        Archive archive = new Archive(file);
        return look(file, archive, options, inner -> new ZipTable(file, archive, options, inner));
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean hasGeometry() {
        return geometry;
    }

    @Override
    public Optional<String> declaredCrs() {
        return declaredCrs;
    }

    @Override
    public boolean hasDecimalCommas() {
        return decimalCommas;
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public void forEach(Consumer<Row> action) throws IOException {
        look(file, archive, options, inner -> {
            inner.forEach(action);
            return true;
        });
    }

    /** What is done with the table inside. */
    private interface Look<T> {
        T at(Table inner) throws IOException;
    }

    private static <T> T look(Path file, Archive archive, ReadOptions options, Look<T> look) throws IOException {
        return archive.unpacked(directory -> {
            try {
                return look.at(inner(file, directory, options));
            } catch (TableException e) {
                // The user knows the zip file, not where it was unpacked.
                throw new TableException(String.valueOf(e.getMessage()).replace(directory.toString(), file.toString()));
            }
        });
    }

    /** Opens the data set in the directory: the only one, or the one whose name the user gave as a layer. */
    private static Table inner(Path file, Path directory, ReadOptions options) throws IOException {
        if (Format.ending(file).equals("kmz")) {
            // Its parts point to each other, so it is read as a whole now that it is known to be harmless.
            return GdalTable.open(file, Format.KML, options);
        }
        List<Path> all;
        try (Stream<Path> inside = Files.walk(directory)) {
            all = inside.filter(ZipTable::isTable).sorted().toList();
        }
        List<Path> spatial =
                all.stream().filter(path -> Format.of(path).isSpatial()).toList();
        List<Path> tables = spatial.isEmpty() ? all : spatial;
        List<Path> named = tables.stream()
                .filter(path -> Format.stem(path).equals(options.layer()))
                .toList();
        if (named.size() == 1) {
            return Table.open(named.get(0), new ReadOptions(null, options.encoding(), options.delimiter()));
        }
        if (tables.size() == 1) {
            return Table.open(tables.get(0), options);
        }
        throw new TableException(file
                + (tables.isEmpty()
                        ? ": the zip file holds nothing that can be loaded"
                        : ": the zip file holds several data sets; choose one with --layer: "
                                + tables.stream().map(Format::stem).collect(Collectors.joining(", "))));
    }

    private static boolean isTable(Path path) {
        String ending = Format.ending(path);
        boolean ours = !path.toString().contains("__MACOSX")
                && !path.getFileName().toString().startsWith(".");
        if (ending.equals("gdb")) {
            return ours && Files.isDirectory(path);
        }
        return ours
                && Files.isRegularFile(path)
                && List.of("shp", "gpkg", "kml", "fgb", "geojson", "geojsonl", "csv", "tsv")
                        .contains(ending);
    }
}
