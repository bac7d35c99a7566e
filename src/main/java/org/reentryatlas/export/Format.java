package org.reentryatlas.export;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats in which a layer can be had. Another one is a {@link Renderer} and a line here. */
public enum Format {
    GEOJSON("geojson", ".geojson", "application/geo+json", "GeoJSON", new GeoJson()),
    NDJSON("ndjson", ".ndjson", "application/x-ndjson", "GeoJSON, a feature a line", new NdJson()),
    CSV("csv", ".csv", "text/csv; charset=utf-8; header=present", "CSV", new Csv(false)),
    CSV_WKT("csv-wkt", "-wkt.csv", "text/csv; charset=utf-8; header=present", "CSV with geometries", new Csv(true)),
    CSV_METADATA(
            "csvm",
            ".csv-metadata.json",
            "application/csvm+json",
            "Field dictionary of the CSV files",
            new CsvMetadata()),
    GEOPACKAGE("gpkg", ".gpkg", "application/geopackage+sqlite3", "GeoPackage", new GeoPackage()),
    SHAPEFILE("shp", ".shp.zip", "application/zip", "Shapefile, zipped", new Shapefile()),
    KML("kml", ".kml", "application/vnd.google-earth.kml+xml", "KML", new Kml()),
    FLATGEOBUF("fgb", ".fgb", "application/flatgeobuf", "FlatGeobuf", new FlatGeobuf()),
    XLSX(
            "xlsx",
            ".xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "Excel workbook",
            new Xlsx());

    private final String parameter;
    private final String suffix;
    private final String mediaType;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // No renderer has a state.
    private final Renderer renderer;

    Format(String parameter, String suffix, String mediaType, String title, Renderer renderer) {
        this.parameter = parameter;
        this.suffix = suffix;
        this.mediaType = mediaType;
        this.title = title;
        this.renderer = renderer;
    }

    /** The format that a request names. */
    public static Optional<Format> of(String parameter) {
        return Stream.of(values())
                .filter(format -> format.parameter.equals(parameter))
                .findFirst();
    }

    /** The format whose ending a name has: of several, the longest. */
    static Optional<Format> ofFile(String name) {
        return Stream.of(values())
                .filter(format -> name.endsWith(format.suffix))
                .max(Comparator.comparing(format -> format.suffix.length()));
    }

    /** As a request names it. */
    public String parameter() {
        return parameter;
    }

    public String mediaType() {
        return mediaType;
    }

    public String title() {
        return title;
    }

    /** The name of the file of a layer. */
    public String fileName(String layerId) {
        return layerId + suffix;
    }

    /** The layer whose file of this format has the name. */
    String layerOf(String fileName) {
        return fileName.substring(0, fileName.length() - suffix.length());
    }

    /** Whether a file of it has a place for what is to be known of it. */
    boolean saysWhatItIs() {
        return this != NDJSON && this != CSV && this != CSV_WKT && this != FLATGEOBUF;
    }

    Renderer renderer() {
        return renderer;
    }
}
