package org.reentryatlas.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.Feature;
import org.reentryatlas.geo.GeoJsonException;
import org.reentryatlas.geo.GeoJsonReader;
import org.reentryatlas.geo.Shape;

/** The features of a GeoJSON file as rows. */
final class GeoJsonTable implements Table {
    private final GeoJsonReader reader;
    private final List<String> columns;

    private GeoJsonTable(GeoJsonReader reader, List<String> columns) {
        this.reader = reader;
        this.columns = columns;
    }

    static GeoJsonTable open(Path file) throws IOException {
        try {
            GeoJsonReader reader = GeoJsonReader.open(file);
            TreeSet<String> columns = new TreeSet<>();
            reader.forEach(feature -> columns.addAll(feature.properties().keySet()));
            return new GeoJsonTable(reader, List.copyOf(columns));
        } catch (GeoJsonException e) {
            throw new TableException(file + ": " + e.getMessage());
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean hasGeometry() {
        return true;
    }

    @Override
    public Optional<String> declaredCrs() {
        return reader.declaredCrs();
    }

    @Override
    public void forEach(Consumer<Row> action) throws IOException {
        reader.forEach(feature -> action.accept(new FeatureRow(feature)));
    }

    private record FeatureRow(Feature feature) implements Row {
        @Override
        public long number() {
            return feature.number();
        }

        @Override
        public String value(String column) {
            return feature.properties().getOrDefault(column, "").strip();
        }

        @Override
        public @Nullable Shape geometry() {
            return feature.geometry();
        }

        @Override
        public @Nullable String geometryFault() {
            return feature.geometryFault();
        }

        @Override
        public @Nullable String fault() {
            return feature.properties().values().stream().anyMatch(value -> value.indexOf('\0') >= 0)
                    ? "it holds a NUL character"
                    : null;
        }
    }
}
