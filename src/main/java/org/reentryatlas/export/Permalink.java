package org.reentryatlas.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.layer.Layer;
import org.reentryatlas.layer.Members;
import org.reentryatlas.layer.PublishedRelease;
import org.reentryatlas.layer.Snapshot;

/**
 * Everything there is to know of a release, at its lasting address.
 *
 * @param base URL of the server
 */
record Permalink(Snapshot snapshot, PublishedRelease release, Edition edition, Publisher publisher, String base) {
    private static final String JSON = "application/json";

    /** The facts that are members of their own. */
    private static final Set<String> TOLD_ALREADY =
            Set.of("title", "jurisdiction", "release", "reference_date", "citation");

    /** Where the release is, and stays. */
    String address() {
        return address(release);
    }

    private String address(PublishedRelease of) {
        return base + DownloadRoutes.path(of.id());
    }

    /** The members of the answer. */
    Map<String, Object> describe() {
        About about = About.ofRelease(snapshot.jurisdiction(), release, publisher);
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("id", release.id());
        described.put("title", "Release " + release.id());
        described.put("jurisdiction", snapshot.jurisdiction());
        described.put("referenceDate", release.referenceDate().toString());
        described.put("publishedAt", release.publishedAt().toString());
        described.put("address", address());
        described.put("citation", about.text("citation") + " " + address());
        described.put(
                "policy",
                Members.of(
                        "k", release.k(),
                        "minAddresses", release.minAddresses(),
                        "roundingBase", release.roundingBase()));
        described.put(
                "facts",
                about.facts().stream()
                        .filter(fact -> !TOLD_ALREADY.contains(fact.name()))
                        .toList());
        described.put("layers", layers());
        described.put("files", files());
        Map<String, Object> ledger = ledger();
        if (ledger != null) {
            described.put("ledger", ledger);
        }
        PublishedRelease previous = neighbour(1);
        PublishedRelease next = neighbour(-1);
        if (previous != null) {
            described.put("previous", reference(previous));
        }
        if (next != null) {
            described.put("next", reference(next));
        }
        described.put("links", links(previous, next));
        return described;
    }

    /** As the release has them; the interface serves it by date, so only where no newer one has the same. */
    private List<Map<String, Object>> layers() {
        return snapshot.layers().stream()
                .filter(layer -> layer.releases().contains(release))
                .map(this::layer)
                .toList();
    }

    private Map<String, Object> layer(Layer layer) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("id", layer.id());
        described.put("title", layer.title());
        if (layer.isServed(release)) {
            described.put(
                    "features", base + "/ogc/collections/" + layer.id() + "/items?datetime=" + release.referenceDate());
        }
        return described;
    }

    private List<Map<String, Object>> files() {
        return edition.files().stream()
                .map(file -> DownloadRoutes.describe(edition.id(), file, base))
                .toList();
    }

    private @Nullable Map<String, Object> ledger() {
        Edition.Place place = edition.place();
        if (place == null) {
            return null;
        }
        Map<String, Object> ledger = new LinkedHashMap<>();
        ledger.put("seq", place.seq());
        ledger.put("hash", place.hash());
        ledger.put("href", base + "/ledger/" + place.seq());
        return ledger;
    }

    /** The release so many places further on in the list, newest reference date first; null beyond its ends. */
    private @Nullable PublishedRelease neighbour(int places) {
        int index = snapshot.releases().indexOf(release) + places;
        return index >= 0 && index < snapshot.releases().size()
                ? snapshot.releases().get(index)
                : null;
    }

    private Map<String, Object> reference(PublishedRelease other) {
        return Members.of(
                "id", other.id(), "referenceDate", other.referenceDate().toString(), "href", address(other));
    }

    private List<Map<String, Object>> links(@Nullable PublishedRelease previous, @Nullable PublishedRelease next) {
        List<Map<String, Object>> links = new ArrayList<>(List.of(
                DownloadRoutes.link("self", address(), JSON),
                DownloadRoutes.link("alternate", address() + "?f=html", "text/html"),
                DownloadRoutes.link("collection", base + "/releases", JSON),
                DownloadRoutes.link("describedby", base + "/catalog/dcat-us.json", JSON)));
        String licence = publisher.licence();
        if (licence != null) {
            links.add(DownloadRoutes.link("license", licence, "text/html"));
        }
        if (previous != null) {
            links.add(DownloadRoutes.link("prev", address(previous), JSON));
        }
        if (next != null) {
            links.add(DownloadRoutes.link("next", address(next), JSON));
        }
        return links;
    }
}
