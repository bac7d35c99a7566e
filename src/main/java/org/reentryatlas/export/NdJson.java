package org.reentryatlas.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import org.reentryatlas.layer.FeatureJson;

/** A GeoJSON feature a line. */
final class NdJson implements Renderer.Streaming {
    @Override
    public void stream(Export export, OutputStream out) throws IOException {
        try (JsonGenerator json = GeoJson.generator(out)) {
            json.setRootValueSeparator(new SerializedString("\n"));
            FeatureJson features = GeoJson.features(export.table());
            for (int row = 0; row < export.table().size(); row++) {
                features.write(json, row);
            }
            if (export.table().size() > 0) {
                json.writeRaw('\n');
            }
        }
    }
}
