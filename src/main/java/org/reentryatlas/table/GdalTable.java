package org.reentryatlas.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.gdal.Child;
import org.reentryatlas.gdal.Gdal;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.geo.WktException;

/** One layer of a file that GDAL reads for us: {@code ogr2ogr} hands over its rows as a stream. */
final class GdalTable implements Table {
    /** An outline of half a million positions. */
    private static final int LONGEST_VALUE = 20_000_000;

    private static final Pattern DAY = Pattern.compile("^(\\d{4})/(\\d{2})/(\\d{2})");
    private static final Pattern MIDNIGHT = Pattern.compile("^ 00:00:00(\\.0+)?(\\+00)?$");

    private final Path file;
    private final Gdal gdal;
    private final List<String> openOptions;
    private final Layer layer;
    private final @Nullable String declaredCrs;
    private final List<String> notes;

    private GdalTable(
            Path file,
            Gdal gdal,
            List<String> openOptions,
            Layer layer,
            @Nullable String declaredCrs,
            List<String> notes) {
        this.file = file;
        this.gdal = gdal;
        this.openOptions = openOptions;
        this.layer = layer;
        this.declaredCrs = declaredCrs;
        this.notes = notes;
    }

    static GdalTable open(Path file, Format format, ReadOptions options) throws IOException {
        Gdal gdal = Gdal.reading(format.driver(), new GdalFaults(file));
        List<String> notes = new ArrayList<>();
        List<String> openOptions = new ArrayList<>();
        if (format == Format.SHAPEFILE) {
            DbfText.encoding(file, options.encoding(), notes)
                    .ifPresent(encoding -> openOptions.addAll(List.of("-oo", "ENCODING=" + encoding)));
        }
        List<String> command = new ArrayList<>(List.of("-ro", "-so", "-al", "-nomd", "-wkt_format", "WKT1"));
        command.addAll(openOptions);
        command.add(file.toAbsolutePath().toString());
        Layer layer = choose(
                file,
                Layer.parse(gdal.run("ogrinfo", command.toArray(String[]::new))),
                options.layer() == null ? format.usualLayer() : options.layer());
        if (layer.name().startsWith("-")) {
            // ogr2ogr would take it for an option.
            throw new TableException(file + ": rename the layer '" + layer.name() + "': it starts with a hyphen");
        }
        return new GdalTable(file, gdal, openOptions, layer, crs(gdal, layer, notes), List.copyOf(notes));
    }

    private static Layer choose(Path file, List<Layer> layers, @Nullable String wanted) {
        String names = layers.stream()
                .map(layer -> layer.name() + (layer.features() == 0 ? " (empty)" : ""))
                .collect(Collectors.joining(", "));
        if (wanted != null) {
            return layers.stream()
                    .filter(layer -> layer.name().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new TableException(
                            file + ": there is no layer '" + wanted + "'; the layers are: " + names));
        }
        if (layers.size() == 1) {
            return layers.get(0);
        }
        List<Layer> filled = layers.stream()
                .filter(layer -> layer.spatial() && layer.features() != 0)
                .toList();
        if (filled.size() == 1) {
            return filled.get(0);
        }
        throw new TableException(file
                + (layers.isEmpty()
                        ? ": the file holds no layers"
                        : ": the file holds several layers; choose one with --layer: " + names));
    }

    /** The layer's system: by the code that the file states, or by the one code that means the same. */
    private static @Nullable String crs(Gdal gdal, Layer layer, List<String> notes) throws IOException {
        if (layer.wkt().isEmpty()) {
            return null;
        }
        if (layer.epsg().isPresent()) {
            return layer.epsg().get();
        }
        List<String> candidates;
        try {
            candidates = gdal.run("gdalsrsinfo", "-e", "-o", "epsg", layer.wkt())
                    .lines()
                    .filter(line -> line.startsWith("EPSG:"))
                    .toList();
        } catch (TableException e) {
            // GDAL cannot even name it: then it stays with the name in the file, which the user is told.
            candidates = List.of();
        }
        for (String code : candidates) {
            if (Crs.isSame(code, layer.wkt())) {
                notes.add("its coordinate reference system, %s, is %s".formatted(layer.systemName(), code));
                return code;
            }
        }
        return layer.systemName();
    }

    @Override
    public List<String> columns() {
        return layer.columns();
    }

    @Override
    public boolean hasGeometry() {
        return layer.spatial();
    }

    @Override
    public Optional<String> declaredCrs() {
        return Optional.ofNullable(declaredCrs);
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public void forEach(Consumer<Row> action) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "-f", "CSV", "/vsistdout/", "-lco", "GEOMETRY=AS_WKT", "-dim", "XY", "-nlt", "CONVERT_TO_LINEAR"));
        command.addAll(openOptions);
        command.add(file.toAbsolutePath().toString());
        command.add(layer.name());
        try (Child child = gdal.start("ogr2ogr", command.toArray(String[]::new));
                CsvRecords records = records(child)) {
            CsvRecord header = records.next();
            if (header != null) {
                Map<String, Integer> places = places(header);
                for (CsvRecord fields = records.next(); fields != null; fields = records.next()) {
                    action.accept(GdalRow.of(records.number(), fields, places, layer));
                }
            }
            gdal.requireSuccess(child);
        }
    }

    private CsvRecords records(Child child) {
        InputStreamReader text = new InputStreamReader(
                child.output(), StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
        return new CsvRecords(file, new BufferedReader(text, 1 << 16), ',', LONGEST_VALUE);
    }

    /** Columns in the order of the layer, after that of the geometry. */
    private Map<String, Integer> places(CsvRecord header) {
        Map<String, Integer> places = new HashMap<>();
        int place = layer.spatial() ? 1 : 0;
        for (String column : layer.columns()) {
            places.put(column, place++);
        }
        if (header.getFieldCount() < place) {
            throw new TableException(file + ": GDAL hands over other columns than it announced");
        }
        return places;
    }

    private record GdalRow(
            long number,
            CsvRecord fields,
            Map<String, Integer> places,
            Layer layer,
            @Nullable Shape geometry,
            @Nullable String geometryFault)
            implements Row {
        static GdalRow of(long number, CsvRecord fields, Map<String, Integer> places, Layer layer) {
            try {
                Shape shape = layer.spatial() ? Shape.ofWkt(fields.getField(0)).orElse(null) : null;
                return new GdalRow(number, fields, places, layer, shape, null);
            } catch (WktException e) {
                return new GdalRow(number, fields, places, layer, null, e.getMessage());
            }
        }

        @Override
        public String value(String column) {
            Integer place = places.get(column);
            if (place == null || place >= fields.getFieldCount()) {
                return "";
            }
            String value = fields.getField(place).strip();
            return layer.isDate(column) ? iso(value) : value;
        }

        /** GDAL writes a day as 2026/06/30, and some formats know days only as their midnights. */
        private static String iso(String value) {
            Matcher day = DAY.matcher(value);
            return day.find()
                    ? "%s-%s-%s%s"
                            .formatted(
                                    day.group(1),
                                    day.group(2),
                                    day.group(3),
                                    MIDNIGHT.matcher(value.substring(10)).replaceFirst(""))
                    : value;
        }

        @Override
        public @Nullable String fault() {
            return fields.getFields().stream().anyMatch(field -> field.indexOf('\0') >= 0)
                    ? "it holds a NUL character"
                    : null;
        }
    }
}
