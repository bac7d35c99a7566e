package org.reentryatlas.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reentryatlas.layer.Layer;

/**
 * What can be had of a release, layer by layer and format by format.
 *
 * @param base URL of the server
 */
record Contents(Edition edition, List<Layer> layers, String base) {
    /** As {@code /layers} lists it; empty if the release has no files of layers. */
    Map<String, Object> describe() {
        List<Map<String, Object>> described = new ArrayList<>();
        for (Layer layer : layers) {
            add(described, layer.id(), layer.title());
        }
        add(described, LayerFile.WHOLE, "The whole release");
        Map<String, Object> release = new LinkedHashMap<>();
        if (!described.isEmpty()) {
            release.put("id", edition.id());
            release.put("referenceDate", edition.referenceDate().toString());
            release.put("layers", described);
        }
        return release;
    }

    private void add(List<Map<String, Object>> described, String id, String title) {
        List<Map<String, Object>> files = new ArrayList<>();
        edition.filesOf(id).forEach((format, file) -> files.add(file(format.parameter(), format.title(), file)));
        if (id.equals(LayerFile.WHOLE)) {
            edition.find(LayerFile.ZIP)
                    .ifPresent(zip -> files.add(file("zip", "All layers as CSV and GeoJSON, zipped", zip)));
        }
        if (!files.isEmpty()) {
            described.add(layer(id, title, files));
        }
    }

    private Map<String, Object> file(String format, String title, PublishedFile file) {
        Map<String, Object> described =
                described(format, title, file.mediaType(), base + DownloadRoutes.path(edition.id(), file));
        described.put("bytes", file.bytes());
        described.put("sha256", file.sha256());
        return described;
    }

    /** What can be had of a layer that belongs to no release. */
    static Map<String, Object> ofCurrent(Layer layer, String base) {
        List<Map<String, Object>> files = new ArrayList<>();
        for (Format format : Format.values()) {
            files.add(described(
                    format.parameter(),
                    format.title(),
                    format.mediaType(),
                    base + LayerRoutes.path(layer.id(), format)));
        }
        return layer(layer.id(), layer.title(), files);
    }

    private static Map<String, Object> layer(String id, String title, List<Map<String, Object>> files) {
        Map<String, Object> layer = new LinkedHashMap<>();
        layer.put("id", id);
        layer.put("title", title);
        layer.put("files", files);
        return layer;
    }

    private static Map<String, Object> described(String format, String title, String mediaType, String href) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("format", format);
        described.put("title", title);
        described.put("mediaType", mediaType);
        described.put("href", href);
        return described;
    }
}
