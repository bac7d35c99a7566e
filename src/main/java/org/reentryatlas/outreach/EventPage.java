package org.reentryatlas.outreach;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the templates of events say of plans, put into words. */
final class EventPage {
    private final EventWords words;
    private final PlanWords plans;
    private final ZoneId zone;

    /**
     * In a language.
     *
     * @param zone of the jurisdiction, in which all times are told
     */
    EventPage(EventWords words, ZoneId zone) {
        this.words = words;
        this.plans = words.plans();
        this.zone = zone;
    }

    /** One of many. */
    Map<String, Object> entry(Stored stored) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("href", EventData.path(stored) + "?lang=" + words.language());
        entry.put("name", plans.title(stored.plan()));
        entry.put("day", words.day(stored.plan().starts().toLocalDate()));
        entry.put("time", words.span(stored.plan().starts(), stored.plan().ends()));
        Place rally = stored.plan().rally();
        entry.put("place", rally == null || rally.name().isEmpty() ? List.of() : List.of(rally.name()));
        entry.put("calledOff", calledOff(stored));
        return entry;
    }

    /** A list, so that a template says it once or not at all. */
    private List<String> calledOff(Stored stored) {
        String reason = stored.cancelReason();
        return reason == null ? List.of() : List.of(words.say("calledOff", reason));
    }

    /**
     * All of one.
     *
     * @param isOver whether it has ended
     */
    Map<String, Object> whole(PlanReader.Seen seen, boolean isOver) {
        Stored stored = seen.stored();
        Plan plan = stored.plan();
        Map<String, Object> page = new LinkedHashMap<>(entry(stored));
        page.put("kind", words.say("kind." + stored.kind()));
        page.put("about", paragraphs(about(plan)));
        page.put("facts", facts(stored, isOver));
        page.put("shifts", stored.isCancelled() || isOver ? List.of() : shifts(plan, seen.signUps()));
        page.put("isOpen", !stored.isCancelled() && !isOver && !plan.shifts().isEmpty());
        List<Map<String, Object>> results =
                seen.result().map(written -> results(written.result())).orElse(List.of());
        page.put("results", results);
        page.put("hasResults", !results.isEmpty());
        page.put("isOver", isOver);
        page.put("sheet", "/outreach.html?lang=" + words.language() + "#plan=" + stored.id());
        page.put("ics", "/outreach/plans/" + stored.id() + "/event.ics?lang=" + words.language());
        page.put("reminders", stored.isCancelled() || isOver ? List.of() : reminders());
        return page;
    }

    private List<Map<String, String>> reminders() {
        return Reminder.codes().stream()
                .map(code -> Map.of("code", code, "name", words.say("reminder." + code)))
                .toList();
    }

    private static String about(Plan plan) {
        return plan instanceof CleanUp cleanUp
                ? cleanUp.description()
                : plan instanceof Gathering gathering ? gathering.description() : "";
    }

    /** Lines of what somebody wrote. */
    private static List<String> paragraphs(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    private List<Map<String, Object>> facts(Stored stored, boolean isOver) {
        Plan plan = stored.plan();
        List<Map<String, Object>> facts = new ArrayList<>();
        add(
                facts,
                "when",
                List.of(words.day(plan.starts().toLocalDate()) + ", " + words.span(plan.starts(), plan.ends())));
        Place rally = plan.rally();
        add(facts, "where", rally == null ? List.of() : List.of(rally.name()));
        add(facts, "areas", stored.areas().isEmpty() ? List.of() : List.of(String.join(", ", stored.areas())));
        add(facts, "blocks", blocks(stored));
        add(
                facts,
                "collected",
                plan.collectionPoints().stream().map(Place::name).toList());
        if (plan instanceof CleanUp cleanUp) {
            add(facts, "volunteers", List.of(words.count(cleanUp.volunteers())));
            addParts(facts, cleanUp.supervisionPart(), cleanUp.policePart(), cleanUp.partnersPart());
            if (!isOver && !stored.isCancelled()) {
                add(
                        facts,
                        "lastCall",
                        List.of(words.day(cleanUp.lastCall().toLocalDate()) + ", " + words.time(cleanUp.lastCall())));
            }
        } else if (plan instanceof Gathering gathering) {
            addParts(facts, gathering.supervisionPart(), gathering.policePart(), gathering.partnersPart());
        }
        add(facts, "zone", List.of(zone.getId()));
        return facts;
    }

    private void addParts(List<Map<String, Object>> facts, String supervision, String police, String partners) {
        add(facts, "supervisionPart", paragraphs(supervision));
        add(facts, "policePart", paragraphs(police));
        add(facts, "partnersPart", paragraphs(partners));
    }

    /** Blocks as they were written, with how long they are where they were found. */
    private List<String> blocks(Stored stored) {
        List<String> sites = stored.plan().sites();
        List<Findings.@Nullable Blocks> found = stored.findings().sites();
        return IntStream.range(0, sites.size())
                .mapToObj(i -> {
                    Findings.Blocks blocks = i < found.size() ? found.get(i) : null;
                    return blocks == null
                            ? sites.get(i)
                            : words.say("block", sites.get(i), words.count(Math.round(blocks.metres())));
                })
                .toList();
    }

    private void add(List<Map<String, Object>> facts, String key, List<String> values) {
        List<String> said = values.stream().filter(value -> !value.isEmpty()).toList();
        if (!said.isEmpty()) {
            facts.add(Map.of("label", words.say("fact." + key), "values", said));
        }
    }

    private List<Map<String, String>> shifts(Plan plan, Map<String, Integer> signUps) {
        return plan.shifts().stream()
                .map(shift -> {
                    int free = Math.max(0, shift.places() - signUps.getOrDefault(shift.id(), 0));
                    return Map.of(
                            "name",
                            shift.name(),
                            "time",
                            words.span(shift.starts(), shift.ends()),
                            "free",
                            words.say("free", words.count(free), words.count(shift.places())));
                })
                .toList();
    }

    private List<Map<String, Object>> results(Result result) {
        List<Map<String, Object>> results = new ArrayList<>();
        addCount(results, "volunteersCame", result.volunteers());
        addCount(results, "hours", result.hours());
        addCount(results, "bags", result.bags());
        addCount(results, "handedOut", result.handedOut());
        Double before = result.scoreBefore();
        Double after = result.scoreAfter();
        add(results, "scoreBefore", before == null ? List.of() : List.of(words.figure(before)));
        add(results, "scoreAfter", after == null ? List.of() : List.of(words.figure(after)));
        add(results, "followUps", paragraphs(result.followUps()));
        return results;
    }

    private void addCount(List<Map<String, Object>> results, String key, int count) {
        add(results, key, count == 0 ? List.of() : List.of(words.count(count)));
    }
}
