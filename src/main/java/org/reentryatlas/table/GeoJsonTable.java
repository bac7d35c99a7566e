package org.reentryatlas.table;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.Feature;
import org.reentryatlas.geo.GeoJsonException;
import org.reentryatlas.geo.GeoJsonReader;
import org.reentryatlas.geo.Shape;

/** The features of a GeoJSON file as rows. */
final class GeoJsonTable implements Table {
    /** What RFC 7946 says of coordinates whose file says nothing. */
    private static final String DEFAULT_CRS = "EPSG:4326";

    private final TextFile text;
    private final GeoJsonReader reader;

    private GeoJsonTable(TextFile text, GeoJsonReader reader) {
        this.text = text;
        this.reader = reader;
    }

    static GeoJsonTable open(Path file, ReadOptions options) throws IOException {
        TextFile text = TextFile.of(file, options.encoding());
        try {
            return new GeoJsonTable(text, GeoJsonReader.open(text::open));
        } catch (GeoJsonException e) {
            throw new TableException(file + ": " + e.getMessage());
        } catch (CharacterCodingException e) {
            throw new TableException(
                    file + ": it is not " + text.charset() + " text; name its character set with --encoding");
        }
    }

    @Override
    public List<String> columns() {
        return reader.columns();
    }

    @Override
    public boolean hasGeometry() {
        return true;
    }

    @Override
    public Optional<String> declaredCrs() {
        return Optional.of(reader.declaredCrs().orElse(DEFAULT_CRS));
    }

    @Override
    public List<String> notes() {
        return text.note() == null ? List.of() : List.of(text.note());
    }

    @Override
    public void forEach(Consumer<Row> action) throws IOException {
        try {
            reader.forEach(feature -> action.accept(new FeatureRow(feature)));
        } catch (GeoJsonException e) {
            throw new TableException(text.file() + ": " + e.getMessage());
        }
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
        public @Nullable Shape mendedGeometry() {
            return feature.mended();
        }

        @Override
        public @Nullable String fault() {
            return feature.properties().values().stream().anyMatch(value -> value.indexOf('\0') >= 0)
                    ? "it holds a NUL character"
                    : null;
        }
    }
}
