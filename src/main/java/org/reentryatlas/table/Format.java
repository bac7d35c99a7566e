package org.reentryatlas.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a file is, by its ending. */
enum Format {
    CSV("", "csv tsv tab txt"),
    GEOJSON("", "geojson json geojsonl geojsons ndjson jsonl"),
    ZIP("", "zip kmz"),
    SHAPEFILE("ESRI Shapefile", "shp"),
    GEOPACKAGE("GPKG", "gpkg"),
    KML("LIBKML", "kml"),
    FLATGEOBUF("FlatGeobuf", "fgb"),
    GEODATABASE("OpenFileGDB", "gdb"),
    /** Extracts of OpenStreetMap. */
    OSM("OSM", "osm pbf");

    private static final List<String> SHAPEFILE_PARTS = List.of("shp", "shx", "dbf", "prj", "cpg");

    private final String driver;
    private final String endings;

    Format(String driver, String endings) {
        this.driver = driver;
        this.endings = endings;
    }

    private List<String> endings() {
        return List.of(endings.split(" ", -1));
    }

    /**
     * The format of a file.
     *
     * @throws TableException if its ending is of no format that is read here
     */
    static Format of(Path file) {
        String ending = ending(file);
        return Stream.of(values())
                .filter(format -> format.endings().contains(ending))
                .findFirst()
                .orElseThrow(() -> new TableException(file + ": files ending in '." + ending
                        + "' cannot be loaded; those that can end in "
                        + Arrays.stream(values())
                                .flatMap(format -> format.endings().stream())
                                .map(known -> "." + known)
                                .collect(Collectors.joining(", "))));
    }

    static String ending(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The name without the ending. */
    static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    /** GDAL's name for it, where GDAL reads it. */
    String driver() {
        return driver;
    }

    /** The layer that is meant where the user names none: of an extract of OpenStreetMap its ways. */
    @Nullable
    String usualLayer() {
        return this == OSM ? "lines" : null;
    }

    /** Whether files of this format carry geometries of their own. */
    boolean isSpatial() {
        return this != CSV && this != ZIP;
    }

    /** Whether what lies there is the directory that a file of this format is. */
    boolean isDirectory(Path file) {
        return this == GEODATABASE && Files.isDirectory(file);
    }

    List<Path> parts(Path file) throws IOException {
        if (this == SHAPEFILE) {
            try (Stream<Path> beside = Files.list(file.toAbsolutePath().getParent())) {
                return beside.filter(part -> stem(part).equals(stem(file)) && SHAPEFILE_PARTS.contains(ending(part)))
                        .sorted()
                        .toList();
            }
        }
        if (Files.isDirectory(file)) {
            try (Stream<Path> inside = Files.list(file)) {
                return inside.filter(Files::isRegularFile).sorted().toList();
            }
        }
        return List.of(file);
    }
}
