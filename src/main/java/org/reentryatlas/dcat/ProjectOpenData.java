package org.reentryatlas.dcat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reentryatlas.export.Format;
import org.reentryatlas.geo.Box;
import org.reentryatlas.layer.Layer;
import org.reentryatlas.layer.Members;
import org.reentryatlas.layer.PublishedRelease;

/**
 * The catalogue in the Project Open Data metadata schema 1.1, as {@code data.json} of a publisher that is no federal agency: it
 * has neither {@code bureauCode} nor {@code programCode}.
 */
final class ProjectOpenData {
    private static final String SCHEMA = "https://project-open-data.cio.gov/v1.1/schema";

    private final Holdings holdings;

    private ProjectOpenData(Holdings holdings) {
        this.holdings = holdings;
    }

    /** One dataset a layer, with the files of its newest release. */
    static Map<String, Object> catalog(Holdings holdings) {
        ProjectOpenData writer = new ProjectOpenData(holdings);
        Map<String, Object> catalog = new LinkedHashMap<>();
        catalog.put("@context", SCHEMA + "/catalog.jsonld");
        catalog.put("@id", holdings.base() + "/data.json");
        catalog.put("@type", "dcat:Catalog");
        catalog.put("conformsTo", SCHEMA);
        catalog.put("describedBy", SCHEMA + "/catalog.json");
        catalog.put("dataset", holdings.layers().stream().map(writer::dataset).toList());
        return catalog;
    }

    private Map<String, Object> dataset(Layer layer) {
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("@type", "dcat:Dataset");
        dataset.put("identifier", holdings.address(layer));
        dataset.put("title", holdings.title(layer));
        dataset.put("description", layer.description());
        dataset.put("keyword", layer.keywords());
        dataset.put("theme", List.of("geospatial"));
        putDates(layer, dataset);
        dataset.put(
                "publisher",
                Members.of(
                        "@type",
                        "org:Organization",
                        "name",
                        holdings.publisher().name()));
        dataset.put(
                "contactPoint",
                Members.of(
                        "@type",
                        "vcard:Contact",
                        "fn",
                        holdings.publisher().name(),
                        // The schema asks for the member and takes it empty.
                        "hasEmail",
                        "mailto:" + holdings.email().orElse("")));
        dataset.put("accessLevel", "public");
        dataset.put(
                "rights",
                layer.releases().stream()
                        .findFirst()
                        .map(PublishedRelease::protection)
                        .orElse(layer.whyOpen()));
        String licence = holdings.publisher().licence();
        if (licence != null) {
            dataset.put("license", licence);
        }
        Box box = holdings.snapshot().newest(layer).box();
        if (!box.isEmpty()) {
            dataset.put("spatial", "%s,%s,%s,%s".formatted(box.minX(), box.minY(), box.maxX(), box.maxY()));
        }
        dataset.put("language", List.of(Holdings.LANGUAGE));
        dataset.put("landingPage", holdings.address(layer) + "?f=html");
        dataset.put("references", List.of(holdings.base() + "/why.html", holdings.base() + "/catalog/dcat-us.json"));
        dataset.put("distribution", distributions(layer));
        return dataset;
    }

    private void putDates(Layer layer, Map<String, Object> dataset) {
        List<PublishedRelease> releases = layer.releases();
        if (releases.isEmpty()) {
            holdings.snapshot()
                    .changedAt(layer)
                    .ifPresent(changed -> dataset.put("modified", Holdings.instant(changed)));
            return;
        }
        List<Instant> published =
                releases.stream().map(PublishedRelease::publishedAt).sorted().toList();
        dataset.put("issued", Holdings.instant(published.get(0)));
        dataset.put("modified", Holdings.instant(published.get(published.size() - 1)));
        String day = releases.get(0).referenceDate().toString();
        dataset.put("temporal", day + "/" + day);
    }

    private List<Map<String, Object>> distributions(Layer layer) {
        Set<Format> formats = layer.isOfReleases()
                ? holdings.files(layer, layer.releases().get(0)).keySet()
                : Set.of(Format.values());
        List<Map<String, Object>> distributions = new ArrayList<>();
        for (Format format : Format.values()) {
            if (formats.contains(format)) {
                distributions.add(distribution(layer, format));
            }
        }
        Map<String, Object> features = new LinkedHashMap<>();
        features.put("@type", "dcat:Distribution");
        features.put("title", "OGC API – Features");
        features.put("format", "API");
        features.put("accessURL", holdings.address(layer));
        features.put("conformsTo", "http://www.opengis.net/spec/ogcapi-features-1/1.0");
        distributions.add(features);
        return distributions;
    }

    private Map<String, Object> distribution(Layer layer, Format format) {
        Map<String, Object> distribution = new LinkedHashMap<>();
        distribution.put("@type", "dcat:Distribution");
        distribution.put("title", format.title());
        distribution.put("format", format.title());
        distribution.put("mediaType", Holdings.mediaType(format));
        distribution.put("downloadURL", holdings.current(layer, format));
        if (format != Format.CSV_METADATA) {
            distribution.put("describedBy", holdings.current(layer, Format.CSV_METADATA));
            distribution.put("describedByType", Holdings.mediaType(Format.CSV_METADATA));
        }
        return distribution;
    }
}
