package org.reentryatlas.dcat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.export.DownloadRoutes;
import org.reentryatlas.export.Format;
import org.reentryatlas.export.PublishedFile;
import org.reentryatlas.layer.Layer;
import org.reentryatlas.layer.Members;
import org.reentryatlas.layer.PublishedRelease;

/** The files of a dataset as DCAT-US 3.0 describes them, and the interface that has the same. */
final class Distributions {
    private final Holdings holdings;

    Distributions(Holdings holdings) {
        this.holdings = holdings;
    }

    /** Of a release: files at their lasting addresses, with their digests. */
    List<Map<String, Object>> of(Layer layer, PublishedRelease release) {
        List<Map<String, Object>> distributions = new ArrayList<>();
        holdings.files(layer, release).forEach((format, file) -> distributions.add(file(release, format, file)));
        if (layer.isServed(release)) {
            distributions.add(features(holdings.address(layer) + "/items?datetime=" + release.referenceDate()));
        }
        return distributions;
    }

    /** The field dictionary of a layer in a release; null if the release was made before there were any. */
    @Nullable
    Map<String, Object> dictionary(Layer layer, PublishedRelease release) {
        PublishedFile file = holdings.files(layer, release).get(Format.CSV_METADATA);
        return file == null ? null : file(release, Format.CSV_METADATA, file);
    }

    /** Of what is served as it is now, without digests. */
    List<Map<String, Object>> current(Layer layer) {
        List<Map<String, Object>> distributions = new ArrayList<>();
        for (Format format : Format.values()) {
            distributions.add(download(format, holdings.current(layer, format)));
        }
        distributions.add(features(holdings.address(layer) + "/items"));
        return distributions;
    }

    /** The field dictionary of what is served as it is now. */
    Map<String, Object> currentDictionary(Layer layer) {
        return download(Format.CSV_METADATA, holdings.current(layer, Format.CSV_METADATA));
    }

    private Map<String, Object> file(PublishedRelease release, Format format, PublishedFile file) {
        Map<String, Object> distribution = download(format, holdings.base() + DownloadRoutes.path(release.id(), file));
        distribution.put("issued", Holdings.instant(release.publishedAt()));
        distribution.put("byteSize", Long.toString(file.bytes()));
        distribution.put(
                "checksum", Members.of("@type", "Checksum", "algorithm", "SHA-256", "checksumValue", file.sha256()));
        return distribution;
    }

    private Map<String, Object> download(Format format, String url) {
        Map<String, Object> distribution = distribution(format.title());
        distribution.put("format", format.title());
        distribution.put("mediaType", Holdings.mediaType(format));
        distribution.put("downloadURL", url);
        return distribution;
    }

    private Map<String, Object> features(String url) {
        Map<String, Object> distribution = distribution("OGC API – Features");
        distribution.put("mediaType", "application/geo+json");
        distribution.put("accessURL", url);
        return distribution;
    }

    private Map<String, Object> distribution(String title) {
        Map<String, Object> distribution = new LinkedHashMap<>();
        distribution.put("@type", "Distribution");
        distribution.put("title", title);
        distribution.put("accessRights", "public");
        String licence = holdings.publisher().licence();
        if (licence != null) {
            distribution.put("license", licence);
        }
        return distribution;
    }
}
