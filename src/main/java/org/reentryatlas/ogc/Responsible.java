package org.reentryatlas.ogc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reentryatlas.export.Publisher;
import org.reentryatlas.layer.Layer;
import org.reentryatlas.layer.Members;
import org.reentryatlas.layer.PublishedRelease;
import org.reentryatlas.layer.Snapshot;

/** Who answers for a collection, since when there is one, and on what terms, in the members that OGC API – Records has for it. */
final class Responsible {
    private static final String OTHER_LICENCE = "other";

    private final Publisher publisher;

    Responsible(Publisher publisher) {
        this.publisher = publisher;
    }

    /** The members of a collection. */
    Map<String, Object> of(Layer layer, Snapshot snapshot) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("keywords", layer.keywords());
        members.put("language", Members.of("code", "en", "name", "English"));
        if (layer.isOfReleases()) {
            List<Instant> published = layer.releases().stream()
                    .map(PublishedRelease::publishedAt)
                    .sorted()
                    .toList();
            members.put("created", published.get(0).toString());
            members.put("updated", published.get(published.size() - 1).toString());
        } else {
            snapshot.changedAt(layer).ifPresent(changed -> members.put("updated", changed.toString()));
        }
        members.put("contacts", contacts(layer));
        if (publisher.licence() != null) {
            // The address of the licence is a link: only names from the list of SPDX may stand here.
            members.put("license", OTHER_LICENCE);
        }
        return members;
    }

    private List<Map<String, Object>> contacts(Layer layer) {
        Map<String, Object> main = new LinkedHashMap<>();
        main.put("name", publisher.name());
        main.put("roles", List.of("publisher", "pointOfContact"));
        String contact = publisher.contact();
        if (contact != null) {
            main.put("contactInstructions", contact);
        }
        List<Map<String, Object>> contacts = new ArrayList<>(List.of(main));
        if (layer.isOfReleases()) {
            publisher
                    .sources()
                    .forEach(source -> contacts.add(Members.of("name", source, "roles", List.of("provider"))));
        }
        return contacts;
    }

    /** Its terms and what describes it. */
    List<Map<String, Object>> links(String server) {
        List<Map<String, Object>> links = new ArrayList<>();
        String licence = publisher.licence();
        if (licence != null) {
            links.add(Links.link("license", Links.HTML, licence, "The licence"));
        }
        links.addAll(catalogues(server));
        return links;
    }

    /** The catalogues that hold everything that is served. */
    static List<Map<String, Object>> catalogues(String server) {
        return List.of(
                Links.link("describedby", Links.JSON, server + "/catalog/dcat-us.json", "The catalogue, DCAT-US 3.0"),
                Links.link("describedby", Links.JSON, server + "/data.json", "The catalogue, Project Open Data 1.1"));
    }
}
