package org.reentryatlas.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.layer.Layer;
import org.reentryatlas.layer.PublishedRelease;

/**
 * What whoever holds an export needs to know of it.
 *
 * @param day of which it speaks
 * @param licence the address of the licence, or null where none is stated
 * @param facts in the order in which they are told
 */
record About(
        String title,
        LocalDate day,
        String publisher,
        @Nullable String licence,
        List<Fact> facts) {
    About {
        facts = List.copyOf(facts);
    }

    /**
     * One of the things to know.
     *
     * @param name for programs
     * @param title for people
     */
    record Fact(String name, String title, String text) {}

    /** Of all that a release has. */
    static About ofRelease(String jurisdiction, PublishedRelease release, Publisher publisher) {
        return ofRelease("People under supervision", jurisdiction, release, publisher);
    }

    /** Of numbers of people. */
    static About ofRelease(String title, String jurisdiction, PublishedRelease release, Publisher publisher) {
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("title", "Title", title),
                new Fact("jurisdiction", "Jurisdiction", jurisdiction),
                new Fact("release", "Release", release.id()),
                new Fact(
                        "reference_date",
                        "Reference date",
                        release.referenceDate().toString())));
        facts.addAll(terms(
                publisher,
                "%s: %s, %s. Release %s, reference date %s. Made with Reentry Atlas."
                        .formatted(publisher.name(), title, jurisdiction, release.id(), release.referenceDate())));
        facts.add(new Fact("protection", "Protection", release.protection()));
        if (!release.belowGate().isEmpty()) {
            facts.add(new Fact("below_gate", "Addresses found", release.shortfall()));
        }
        facts.addAll(List.of(
                new Fact(
                        "hidden",
                        "Hidden",
                        "Status 'hidden': the number is kept back for privacy and its value is empty. It is not zero, and it"
                                + " need not be small: others are hidden for its sake."),
                new Fact("zero", "Zero", "Status 'zero': the value is 0, because no home is known there."),
                new Fact(
                        "no_data",
                        "No data",
                        "An empty value whose status is neither 'hidden' nor 'zero' could not be made; the status says why"
                                + " ('residents_unknown', 'few_residents', 'large_share', 'nobody', 'no_data')."),
                new Fact(
                        "unstable",
                        "Unstable",
                        "True where a shown count is below 20: chance alone changes it much, and rates made of it more."),
                coordinates()));
        return new About(title, release.referenceDate(), publisher.name(), publisher.licence(), facts);
    }

    /**
     * Of a layer that belongs to no release.
     *
     * @param day on which it last changed
     */
    static About ofCurrent(Layer layer, String jurisdiction, LocalDate day, Publisher publisher) {
        String title = layer.title();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("title", "Title", title),
                new Fact("description", "What it is", layer.description()),
                new Fact("jurisdiction", "Jurisdiction", jurisdiction),
                new Fact("as_of", "As of", day.toString())));
        facts.addAll(terms(
                publisher,
                "%s: %s, %s. As of %s. Made with Reentry Atlas."
                        .formatted(publisher.name(), title, jurisdiction, day)));
        facts.addAll(List.of(
                new Fact(
                        "no_data",
                        "No data",
                        switch (layer.kind()) {
                            case SITES ->
                                "An empty value is one that no source states. A confidential site has neither address nor"
                                        + " position.";
                            case GAPS ->
                                "Empty minutes: half of the homes have no such site within 60 minutes. An empty rank: the bounds"
                                        + " leave it open. Empty shares: nobody needs it.";
                            case PLANNED -> "An empty capacity: it was not asked for how many people a site would be.";
                            case SERVICES, PEOPLE -> "An empty distance: there is no such site with a public position.";
                        }),
                new Fact("protection", "Protection", layer.whyOpen()),
                coordinates()));
        return new About(title, day, publisher.name(), publisher.licence(), facts);
    }

    private static List<Fact> terms(Publisher publisher, String citation) {
        String contact = publisher.contact();
        String licence = publisher.licence();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("publisher", "Publisher", publisher.name() + (contact == null ? "" : " (" + contact + ")")));
        facts.add(new Fact("sources", "Source agencies", publisher.source()));
        facts.add(new Fact(
                "licence",
                "Licence",
                licence == null ? "The publisher states none: ask before you publish on." : licence));
        facts.add(new Fact("citation", "How to cite", citation));
        return facts;
    }

    private static Fact coordinates() {
        return new Fact(
                "coordinates",
                "Coordinates",
                "Longitude and latitude in degrees on WGS 84 (EPSG:4326), to six decimals.");
    }

    /** The same with what a stamp says before it. */
    About with(@Nullable Stamp stamp) {
        if (stamp == null) {
            return this;
        }
        List<Fact> all = new ArrayList<>();
        stamp.lines().forEach(line -> all.add(new Fact(line.name(), line.title(), line.text())));
        all.addAll(facts);
        return new About(title, day, publisher, licence, all);
    }

    /** The facts by name. */
    Map<String, String> byName() {
        Map<String, String> byName = new LinkedHashMap<>();
        facts.forEach(fact -> byName.put(fact.name(), fact.text()));
        return byName;
    }

    String text(String name) {
        return byName().getOrDefault(name, "");
    }
}
