package org.reentryatlas.dcat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.export.Edition;
import org.reentryatlas.geo.Box;
import org.reentryatlas.layer.Layer;
import org.reentryatlas.layer.Members;
import org.reentryatlas.layer.PublishedRelease;

/** The catalogue in DCAT-US 3.0: a series for each layer of numbers, and a dataset for each release of it. */
final class DcatUs {
    private static final String DCAT_US = "https://resources.data.gov/dcat-us/3.0.0";

    private final Holdings holdings;
    private final Distributions distributions;

    private DcatUs(Holdings holdings) {
        this.holdings = holdings;
        this.distributions = new Distributions(holdings);
    }

    /** The whole catalogue. */
    static Map<String, Object> catalog(Holdings holdings) {
        return new DcatUs(holdings).catalog();
    }

    private Map<String, Object> catalog() {
        Map<String, Object> catalog = thing(holdings.base() + "/catalog/dcat-us.json", "Catalog");
        catalog.put("title", holdings.title());
        catalog.put("description", "Aggregated, protected maps for reentry, and the services in and near them.");
        catalog.put("conformsTo", standard("DCAT-US 3.0", DCAT_US));
        catalog.put("homepage", document("The map", holdings.base() + "/"));
        catalog.put("language", List.of(Holdings.LANGUAGE));
        catalog.put("accessRights", "public");
        holdings.modified().ifPresent(modified -> catalog.put("modified", Holdings.instant(modified)));
        putResponsible(catalog);
        putLicence(catalog);
        catalog.put("dataset", datasets());
        catalog.put(
                "service",
                List.of(
                        service(
                                "/ogc",
                                "OGC API – Features",
                                List.of(
                                        standard(
                                                "OGC API – Features – Part 1: Core",
                                                "http://www.opengis.net/spec/ogcapi-features-1/1.0"),
                                        standard(
                                                "OGC API – Features – Part 2: Coordinate Reference Systems by Reference",
                                                "http://www.opengis.net/spec/ogcapi-features-2/1.0"))),
                        service(
                                "/ogc/tiles",
                                "OGC API – Tiles, vector tiles",
                                List.of(standard(
                                        "OGC API – Tiles – Part 1: Core",
                                        "http://www.opengis.net/spec/ogcapi-tiles-1/1.0")))));
        return catalog;
    }

    private List<Map<String, Object>> datasets() {
        List<Map<String, Object>> datasets = new ArrayList<>();
        for (Layer layer : holdings.layers()) {
            if (!layer.isOfReleases()) {
                datasets.add(current(layer));
            }
            for (int i = 0; i < layer.releases().size(); i++) {
                datasets.add(version(layer, i));
            }
        }
        return datasets;
    }

    private Map<String, Object> version(Layer layer, int index) {
        List<PublishedRelease> releases = layer.releases();
        PublishedRelease release = releases.get(index);
        Map<String, Object> dataset = reference(layer, release);
        dataset.put("version", release.id());
        if (index + 1 < releases.size()) {
            dataset.put("previousVersion", reference(layer, releases.get(index + 1)));
        }
        if (index > 0) {
            dataset.put("hasCurrentVersion", reference(layer, releases.get(0)));
        }
        if (!release.belowGate().isEmpty()) {
            dataset.put("versionNotes", release.shortfall());
        }
        Map<String, Object> series = thing(holdings.address(layer), "DatasetSeries");
        series.put("title", holdings.title(layer));
        series.put("description", layer.description());
        dataset.put("inSeries", List.of(series));
        dataset.put("issued", Holdings.instant(release.publishedAt()));
        dataset.put("modified", Holdings.instant(release.publishedAt()));
        Map<String, Object> period = new LinkedHashMap<>();
        period.put("@type", "PeriodOfTime");
        period.put("startDate", release.referenceDate().toString());
        period.put("endDate", release.referenceDate().toString());
        dataset.put("temporal", List.of(period));
        putCommon(dataset, layer);
        dataset.put("rights", List.of(release.protection(), "A hidden number is not zero, and it need not be small."));
        dataset.put("provenance", List.of(provenance(release)));
        dataset.put("landingPage", document("Release " + release.id(), holdings.address(layer, release)));
        Map<String, Object> dictionary = distributions.dictionary(layer, release);
        if (dictionary != null) {
            dataset.put("describedBy", dictionary);
        }
        dataset.put("distribution", distributions.of(layer, release));
        return dataset;
    }

    /** What is served as it is now. */
    private Map<String, Object> current(Layer layer) {
        Map<String, Object> dataset = reference(layer);
        holdings.snapshot().changedAt(layer).ifPresent(changed -> dataset.put("modified", Holdings.instant(changed)));
        putCommon(dataset, layer);
        dataset.put("rights", List.of(layer.whyOpen()));
        dataset.put("landingPage", document(layer.title(), holdings.address(layer) + "?f=html"));
        dataset.put("describedBy", distributions.currentDictionary(layer));
        dataset.put("distribution", distributions.current(layer));
        return dataset;
    }

    private void putCommon(Map<String, Object> dataset, Layer layer) {
        dataset.put("keyword", layer.keywords());
        dataset.put("language", List.of(Holdings.LANGUAGE));
        dataset.put("accessRights", "public");
        // Every release is of the same jurisdiction, and the table of an older one would be read for its box alone.
        Box box = holdings.snapshot().newest(layer).box();
        if (!box.isEmpty()) {
            Map<String, Object> location = new LinkedHashMap<>();
            location.put("@type", "Location");
            location.put("prefLabel", holdings.snapshot().jurisdiction());
            location.put("bbox", wellKnownText(box));
            dataset.put("spatial", List.of(location));
        }
    }

    /** A dataset as others refer to it: only what every dataset must have. */
    private Map<String, Object> reference(Layer layer, PublishedRelease release) {
        return reference(
                layer,
                holdings.address(layer, release),
                holdings.title(layer) + ", " + release.referenceDate() + " (release " + release.id() + ")");
    }

    /** The same of a layer that has no releases. */
    private Map<String, Object> reference(Layer layer) {
        return reference(layer, holdings.address(layer), holdings.title(layer));
    }

    private Map<String, Object> reference(Layer layer, String address, String title) {
        Map<String, Object> dataset = thing(address, "Dataset");
        dataset.put("identifier", address);
        dataset.put("title", title);
        dataset.put("description", layer.description());
        putResponsible(dataset);
        return dataset;
    }

    private String provenance(PublishedRelease release) {
        Edition edition = holdings.editions().get(release.id());
        Edition.@Nullable Place place = edition == null ? null : edition.place();
        return "Counted from case records of "
                + holdings.publisher().source() + " as of "
                + release.referenceDate() + "; protected before publication. Made with Reentry Atlas."
                + (place == null
                        ? ""
                        : " Entry %d of the ledger vouches for the files: %s/ledger/%d, SHA-256 %s."
                                .formatted(place.seq(), holdings.base(), place.seq(), place.hash()));
    }

    private Map<String, Object> service(String path, String title, List<Map<String, Object>> standards) {
        Map<String, Object> service = thing(holdings.base() + path, "DataService");
        service.put("title", title);
        service.put("identifier", holdings.base() + path);
        service.put("endpointURL", List.of(holdings.base() + path));
        service.put("endpointDescription", List.of(holdings.base() + "/ogc/api"));
        service.put("conformsTo", standards);
        service.put("accessRights", "public");
        putResponsible(service);
        putLicence(service);
        service.put(
                "servesDataset",
                holdings.layers().stream()
                        .map(layer -> layer.releases().stream()
                                .findFirst()
                                .map(newest -> reference(layer, newest))
                                .orElseGet(() -> reference(layer)))
                        .toList());
        return service;
    }

    /** The schema takes a contact only with an e-mail address, and a list of none. */
    private void putResponsible(Map<String, Object> resource) {
        String name = holdings.publisher().name();
        resource.put("publisher", Members.of("@type", "Organization", "name", name));
        resource.put(
                "contactPoint",
                holdings.email().stream()
                        .map(email -> Members.of("@type", "Kind", "fn", name, "hasEmail", "mailto:" + email))
                        .toList());
    }

    private void putLicence(Map<String, Object> resource) {
        String licence = holdings.publisher().licence();
        if (licence != null) {
            resource.put("license", licence);
        }
    }

    private static Map<String, Object> thing(String id, String type) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@id", id);
        thing.put("@type", type);
        return thing;
    }

    private static Map<String, Object> standard(String title, String identifier) {
        Map<String, Object> standard = thing(identifier, "Standard");
        standard.put("title", title);
        return standard;
    }

    private static Map<String, Object> document(String title, String url) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@type", "Document");
        document.put("title", title);
        document.put("accessURL", url);
        return document;
    }

    private static String wellKnownText(Box box) {
        return "POLYGON((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
                .formatted(box.minX(), box.minY(), box.maxX(), box.maxY());
    }
}
