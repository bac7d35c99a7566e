package org.reentryatlas.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.reentryatlas.http.Json;
import org.reentryatlas.layer.FeatureJson;
import org.reentryatlas.layer.FeatureTable;

/**
 * GeoJSON (RFC 7946): one collection, with what is to be known of it in the members {@code about} and {@code fields}, which
 * the standard leaves to us (section 6.1).
 */
final class GeoJson implements Renderer.Streaming {
    @Override
    public void stream(Export export, OutputStream out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeStringField("name", export.id());
            json.writePOJOField("about", export.about().byName());
            json.writePOJOField("fields", export.fields());
            json.writeArrayFieldStart("features");
            FeatureJson features = features(export.table());
            for (int row = 0; row < export.table().size(); row++) {
                json.writeRaw('\n');
                features.write(json, row);
            }
            json.writeRaw('\n');
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /** A writer that leaves the stream open, and to whoever gave it when it is flushed. */
    static JsonGenerator generator(OutputStream out) throws IOException {
        return Json.MAPPER
                .getFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    }

    /** A writer of features with all their properties. */
    static FeatureJson features(FeatureTable table) {
        List<Integer> all = IntStream.range(0, table.columns().size()).boxed().toList();
        return new FeatureJson(table, all, table::geometry);
    }
}
