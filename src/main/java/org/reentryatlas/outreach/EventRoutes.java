package org.reentryatlas.outreach;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.Json;
import org.reentryatlas.http.Languages;
import org.reentryatlas.http.Pages;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.Requests;
import org.reentryatlas.http.Routes;

/** Published clean-ups and gatherings as pages without script, {@code /events}, and as GeoJSON; the same whoever asks. */
public final class EventRoutes implements Routes {
    /** What was before that is in calendars, and what comes later nobody has planned. */
    private static final Duration BEFORE = Duration.ofDays(180);

    private static final Duration AFTER = Duration.ofDays(540);
    private static final int MOST_OF_A_PAGE = 500;
    private static final int MOST = 2_000;

    private final PlanReader reader;
    private final ZoneId zone;
    private final String jurisdiction;
    private final Clock clock;
    private final Pages pages = new Pages(EventRoutes.class);

    /**
     * On the role that keeps plans.
     *
     * @param zone of the jurisdiction
     */
    public EventRoutes(Database desk, ZoneId zone, String jurisdiction, Clock clock) {
        this.reader = new PlanReader(desk);
        this.zone = zone;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/events", this::list);
        routes.get("/events/{planId}", this::one);
        routes.get("/outreach/events.geojson", this::features);
    }

    private void list(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("area", Languages.PARAMETER));
        EventWords words = new EventWords(EventWords.LANGUAGES.asked(context));
        EventPage page = new EventPage(words, zone);
        Instant now = clock.instant();
        Optional<String> area = parameters.text("area");
        List<Stored> coming = plans(now, now.plus(AFTER), area, MOST_OF_A_PAGE + 1);
        List<Stored> past = new ArrayList<>(plans(now.minus(BEFORE), now, area, MOST_OF_A_PAGE));
        past.removeIf(stored -> stored.endsAt().isAfter(now));
        Collections.reverse(past);
        Map<String, Object> data = words.page(jurisdiction, words.say("events"), "/events");
        data.put("description", words.say("eventsAbout"));
        area.ifPresent(key -> data.put("search", "&area=" + URLEncoder.encode(key, StandardCharsets.UTF_8)));
        data.put("inArea", area.map(key -> List.of(words.say("inArea", key))).orElse(List.of()));
        data.put(
                "coming", coming.stream().limit(MOST_OF_A_PAGE).map(page::entry).toList());
        data.put("isMore", coming.size() > MOST_OF_A_PAGE);
        data.put("past", past.stream().map(page::entry).toList());
        send(context, words, pages.make("events", data));
    }

    private void one(Context context) {
        Parameters.of(context, Set.of(Languages.PARAMETER));
        EventWords words = new EventWords(EventWords.LANGUAGES.asked(context));
        // As everybody sees it, also for who is signed in: what a planner shares is what others see.
        PlanReader.Seen seen = reader.read(Optional.empty(), PlanRoutes.id(context));
        Stored stored = seen.stored();
        boolean isOver = !stored.endsAt().isAfter(clock.instant());
        Map<String, Object> data = words.page(jurisdiction, words.plans().title(stored.plan()), EventData.path(stored));
        data.putAll(new EventPage(words, zone).whole(seen, isOver));
        data.put(
                "description",
                words.say(
                        "eventAbout",
                        words.say("kind." + stored.kind()),
                        words.day(stored.plan().starts().toLocalDate())));
        data.put("data", new EventData(zone, jurisdiction, Requests.serverUrl(context)).script(stored, words.plans()));
        send(context, words, pages.make("event", data));
    }

    private void features(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("from", "to", "area"));
        PlanRoutes.Days days = PlanRoutes.days(parameters, zone);
        List<Stored> plans = plans(
                days.from().atStartOfDay(zone).toInstant(),
                days.to().atStartOfDay(zone).toInstant(),
                parameters.text("area"),
                MOST + 1);
        context.header("Cache-Control", "no-cache")
                .contentType(EventFeatures.MEDIA_TYPE)
                .result(Json.write(EventFeatures.of(
                        plans.stream().limit(MOST).toList(),
                        plans.size() <= MOST,
                        zone,
                        new PlanWords(Locale.ENGLISH),
                        Requests.serverUrl(context))));
    }

    private List<Stored> plans(Instant since, Instant until, Optional<String> area, int most) {
        return reader.list(Optional.empty(), since, until, area.map(List::of).orElse(List.of()), most);
    }

    private static void send(Context context, EventWords words, String page) {
        context.header("Cache-Control", "no-cache")
                .header("Vary", "Accept-Language")
                .header("Content-Language", words.language())
                .contentType("text/html;charset=utf-8")
                .result(page);
    }
}
