package org.reentryatlas.brief;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reentryatlas.brief.Services.Offer;

/** The services of an area as a table, and how it is covered. */
final class ServiceRows {
    private final Services services;
    private final Words words;

    ServiceRows(Services services, Words words) {
        this.services = services;
        this.words = words;
    }

    List<Map<String, Object>> rows() {
        return services.offers().stream().map(this::row).toList();
    }

    private Map<String, Object> row(Offer offer) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", words.name(offer.category()));
        row.put("here", words.count(offer.here()));
        row.put("mark", Optional.ofNullable(offer.mark()).map(words::count));
        row.put("distance", Optional.ofNullable(offer.metres()).map(words::distance));
        row.put("site", Optional.ofNullable(offer.nearest()).map(site -> new SiteCard(site, words).describe()));
        return row;
    }

    /** How many sites the area has, of whatever kind. */
    String sitesHere() {
        return words.say("coverageSites", words.count(services.sitesHere()));
    }

    /** The same, and of which kinds it has none. */
    List<String> coverage() {
        List<String> missing = services.offers().stream()
                .filter(offer -> offer.here() == 0)
                .map(offer -> words.lowerFirst(words.name(offer.category())))
                .toList();
        return List.of(
                sitesHere(),
                missing.isEmpty() ? words.say("coverageAll") : words.say("coverageNone", words.listing(missing)));
    }

    /** What the numbered marks on the map stand for. */
    List<String> marks() {
        Map<Integer, List<String>> byMark = new LinkedHashMap<>();
        for (Offer offer : services.offers()) {
            if (offer.mark() != null && offer.nearest() != null) {
                byMark.computeIfAbsent(offer.mark(), none -> new ArrayList<>())
                        .add(offer.nearest().name());
            }
        }
        List<String> marks = new ArrayList<>();
        byMark.forEach((mark, names) -> marks.add(words.say(
                "mark",
                words.count(mark),
                words.listing(names.stream().distinct().toList()))));
        return marks;
    }
}
