package org.reentryatlas.brief;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.reentryatlas.basemap.Ground;
import org.reentryatlas.export.Publisher;
import org.reentryatlas.http.OpenApi;
import org.reentryatlas.layer.Layer;
import org.reentryatlas.layer.Measure;
import org.reentryatlas.layer.Snapshot;

/**
 * All that is told of an area in one language, on its page and in its brief, which are two templates of the same text.
 *
 * @param zone in which the day is told on which the directory was loaded
 * @param base URL of the server
 * @param ground what its map shows, and who is to be named for that
 * @param coming what is planned in areas
 */
record AreaPage(
        Subject subject,
        Locale language,
        Publisher publisher,
        ZoneId zone,
        String base,
        Ground ground,
        ComingUp coming) {
    /** As many as one reads on a doorstep. */
    private static final int MOST_EVENTS = 3;

    /** What the template of the page takes. */
    Map<String, Object> page() {
        Prose prose = prose();
        return describe(subject.services(), prose, prose::marked);
    }

    /** What the template of the brief takes: the same, with its map in the same file and shorter where there is no room. */
    Map<String, Object> brief() {
        Prose prose = prose();
        Services services = subject.services();
        Map<String, Object> brief = describe(services, prose, prose::brief);
        brief.put(
                "map",
                AreaMap.of(subject, services)
                        .map(map ->
                                "data:image/png;base64," + Base64.getEncoder().encodeToString(map.forPaper(ground))));
        return brief;
    }

    private Prose prose() {
        return new Prose(Words.in(language), subject.release());
    }

    private Map<String, Object> describe(Services services, Prose prose, Function<Cell, String> written) {
        Words words = prose.words();
        Snapshot snapshot = subject.snapshot();
        String title = prose.title(subject.level(), subject.area());
        ServiceRows rows = new ServiceRows(services, words);
        Map<String, Object> page = words.page(snapshot.jurisdiction(), title, subject.path());
        page.put("briefTitle", words.say("brief", title) + ", " + snapshot.jurisdiction());
        page.put("subject", words.say("briefSubject", title, snapshot.jurisdiction()));
        page.put("author", publisher.name());
        page.put("level", words.upperFirst(words.level(subject.level()).many()));
        page.put("levelPath", "/areas/" + subject.level().code());
        page.put("within", subject.above().map(above -> words.say("within", prose.title(above.level(), above.area()))));
        page.put("asOf", words.say("asOf", words.day(subject.release().referenceDate())));
        page.put("release", words.say("release", subject.release().id()));
        page.put("releasePath", "/releases/" + OpenApi.encode(subject.release().id()) + "?f=html");
        page.putAll(lead(words, prose));
        page.put("numbers", new NumberRows(subject, words, prose, written).table());
        page.put(
                "gaps",
                new GapRows(snapshot, words)
                        .table(subject.level(), subject.area().key(), title));
        page.put("services", rows.rows());
        page.put("coverage", rows.coverage());
        page.put("coverageHere", rows.sitesHere());
        List<String> marks = rows.marks();
        page.put("hasMap", subject.area().shape().isPresent());
        page.put(
                "mapText",
                words.say("mapOf", title)
                        + (marks.isEmpty() ? "" : " " + words.say("mapMarks", String.join("; ", marks))));
        page.put("whyHidden", prose.whyHidden());
        page.put("foot", foot(words));
        page.put(
                "directoryAsOf",
                snapshot.directoryLoadedAt()
                        .map(loaded -> words.say(
                                "directoryAsOf", words.day(loaded.atZone(zone).toLocalDate()))));
        page.put("mapPath", mapPath(words));
        page.put("outreachPath", outreachPath(words));
        page.put("outreach", isSmallest() ? Optional.of(outreach(words)) : Optional.empty());
        page.put(
                "dataPath",
                "/ogc/collections/" + OpenApi.encode(Layer.idOf(subject.level().code())) + "/items/"
                        + OpenApi.encode(subject.area().key()));
        page.put("permalink", base + subject.path());
        return page;
    }

    /** The number that comes first, what follows from it, and what to be careful with. */
    private Map<String, Object> lead(Words words, Prose prose) {
        Measure people = subject.measures().get(0);
        Area area = subject.area();
        Cell count = area.count(people);
        Number residents = area.residents();
        List<String> facts = new ArrayList<>();
        if (!count.isHidden()) {
            facts.addAll(prose.figures(
                    area, people, subject.isWhole() ? null : subject.snapshot().jurisdiction()));
        }
        facts.add(
                residents == null
                        ? words.say("residentsUnknown")
                        : words.say("residentCount", words.count(residents)) + " " + prose.residents(area));
        List<String> cautions = new ArrayList<>();
        if (area.hasLowHitRate()) {
            cautions.add(words.say("lowHitRate"));
        }
        if (!subject.release().belowGate().isEmpty()) {
            cautions.add(words.say("belowGate", subject.release().belowGate()));
        }
        return Map.of("lead", prose.sentence(count, people), "facts", facts, "cautions", cautions);
    }

    private List<String> foot(Words words) {
        List<String> foot = new ArrayList<>();
        foot.add(words.say("countsOnly"));
        foot.add(words.say(
                "sources", publisher.sources().isEmpty() ? publisher.name() : String.join("; ", publisher.sources())));
        if (subject.area().shape().isPresent() && !ground.credits().isEmpty()) {
            foot.add(words.say("mapCredits", String.join("; ", ground.credits())));
        }
        Optional.ofNullable(publisher.licence()).ifPresent(licence -> foot.add(words.say("licence", licence)));
        Optional.ofNullable(publisher.contact()).ifPresent(contact -> foot.add(words.say("contact", contact)));
        return foot;
    }

    /** Whether plans name areas of its level: the smallest of the police. */
    private boolean isSmallest() {
        return subject.level().code().equals(subject.snapshot().levels().get(0).code());
    }

    /** What comes up there, and when it was cleaned up last. */
    private Map<String, Object> outreach(Words words) {
        ComingUp.OfArea known = coming.of(subject.area().key());
        List<String> lines = new ArrayList<>();
        known.next().stream().limit(MOST_EVENTS).forEach(event -> lines.add(line(words, event)));
        int more = known.next().size() - lines.size();
        if (more > 0) {
            lines.add(words.say("moreComing", more));
        }
        if (lines.isEmpty()) {
            lines.add(words.say("nothingComing"));
        }
        lines.add(known.lastCleanUp()
                .map(day -> words.say("lastCleanUp", words.day(day)))
                .orElse(words.say("noCleanUp")));
        return Map.of("lines", lines);
    }

    private static String line(Words words, ComingUp.Event event) {
        String when = words.say(
                "when",
                words.weekday(event.starts().toLocalDate()),
                words.clock(event.starts().toLocalTime()),
                words.clock(event.ends().toLocalTime()));
        return event.place().isEmpty()
                ? words.say("comingEvent", when, event.title())
                : words.say("comingEventAt", when, event.title(), event.place());
    }

    private Optional<String> outreachPath(Words words) {
        return isSmallest()
                ? Optional.of("/outreach.html?lang=" + words.language() + "#view=list&area="
                        + OpenApi.encode(subject.area().key()))
                : Optional.empty();
    }

    /** The map page with this area opened. */
    private String mapPath(Words words) {
        return "/?lang=" + words.language() + "#level=" + subject.level().code() + "&area="
                + OpenApi.encode(subject.area().key());
    }
}
