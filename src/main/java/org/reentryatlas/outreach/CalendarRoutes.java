package org.reentryatlas.outreach;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.JsonBody;
import org.reentryatlas.http.Languages;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Requests;
import org.reentryatlas.http.Routes;
import org.reentryatlas.identity.Account;
import org.reentryatlas.identity.Gatekeeper;
import org.reentryatlas.identity.Session;

/** Calendars to subscribe to, and single events to take along: iCalendar. */
public final class CalendarRoutes implements Routes {
    /** Readers keep what was; what comes later than that nobody has planned. */
    private static final Duration BEFORE = Duration.ofDays(180);

    private static final Duration AFTER = Duration.ofDays(540);
    private static final int MOST = 5_000;
    private static final int LONGEST_NAME = 60;

    private final PlanReader reader;
    private final FeedStore feeds;
    private final Gatekeeper gatekeeper;
    private final ZoneId zone;
    private final String jurisdiction;
    private final Clock clock;

    public CalendarRoutes(Database desk, Gatekeeper gatekeeper, ZoneId zone, String jurisdiction, Clock clock) {
        this.reader = new PlanReader(desk);
        this.feeds = new FeedStore(desk);
        this.gatekeeper = gatekeeper;
        this.zone = zone;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    /** What somebody calls a calendar, and of which beats it is. */
    record NewFeed(@Nullable String name, @Nullable List<String> areas) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/outreach/calendar.ics", this::calendar);
        routes.get("/outreach/plans/{planId}/event.ics", this::event);
        routes.get("/outreach/feeds", this::feeds);
        routes.post("/outreach/feeds", this::addFeed);
        routes.delete("/outreach/feeds/{feedId}", this::revokeFeed);
    }

    /** The secret of a calendar is a parameter, since queries are written down nowhere. */
    private void calendar(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("feed", "area", Languages.PARAMETER));
        Optional<FeedStore.Subscription> subscription = parameters.text("feed").map(this::subscription);
        List<String> own = subscription.map(FeedStore.Subscription::areas).orElse(List.of());
        List<String> areas = parameters.text("area").map(List::of).orElse(own);
        // Whoever was given the address of some beats reads no others, though its account may.
        if (!own.isEmpty() && !own.containsAll(areas)) {
            throw ProblemException.notFound("This calendar is of other beats.");
        }
        // A program reads it that nobody tells why, so it goes on with what everybody reads.
        Optional<Account> account = subscription
                .map(FeedStore.Subscription::account)
                .filter(reader -> !reader.isTrainingOver(LocalDate.now(clock)));
        Instant until = clock.instant().plus(AFTER);
        List<Stored> plans = reader.list(account, clock.instant().minus(BEFORE), until, areas, MOST);
        // Where there are too many, what was gives way to what comes.
        if (plans.size() == MOST) {
            plans = reader.list(account, clock.instant(), until, areas, MOST);
        }
        String name = subscription.map(FeedStore.Subscription::name).orElse(jurisdiction);
        send(context, parameters, name, plans, Optional.empty(), "calendar");
    }

    private FeedStore.Subscription subscription(String secret) {
        return feeds.find(secret)
                .orElseThrow(() -> ProblemException.notFound("There is no such calendar, or it was revoked."));
    }

    private void event(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("reminder", Languages.PARAMETER));
        Optional<Reminder> reminder = parameters.text("reminder").map(Reminder::of);
        Optional<Account> account = gatekeeper.session(context).map(Session::account);
        Stored stored = reader.read(account, PlanRoutes.id(context)).stored();
        send(context, parameters, jurisdiction, List.of(stored), reminder, "event");
    }

    private void send(
            Context context,
            Parameters parameters,
            String name,
            List<Stored> plans,
            Optional<Reminder> reminder,
            String file) {
        Locale language = parameters
                .text(Languages.PARAMETER)
                .filter("es"::equals)
                .map(Locale::forLanguageTag)
                .orElse(Locale.ENGLISH);
        CalendarFile calendar = new CalendarFile(zone, name, Requests.serverUrl(context), new PlanWords(language));
        context.header("Cache-Control", Gatekeeper.caching(context))
                .header("Vary", "Cookie")
                .header("Content-Disposition", "attachment; filename=\"reentry-atlas-" + file + ".ics\"")
                .contentType(CalendarFile.MEDIA_TYPE)
                .result(calendar.write(plans, reminder));
    }

    private void feeds(Context context) {
        Account account = gatekeeper.require(context).account();
        context.header("Cache-Control", "no-store").json(Map.of("feeds", feeds.list(account)));
    }

    private void addFeed(Context context) {
        Account account = gatekeeper.requireForChange(context);
        NewFeed asked = JsonBody.read(context, NewFeed.class);
        String name = Plan.text(asked.name());
        List<String> areas = asked.areas() == null
                ? List.of()
                : asked.areas().stream().map(Plan::text).toList();
        Faults faults = new Faults();
        faults.require(!name.isEmpty(), "name", "is empty");
        faults.requireText("name", name, LONGEST_NAME);
        faults.require(areas.size() <= 100, "areas", "are more than 100");
        faults.require(!areas.contains(""), "areas", "have one without a key");
        areas.forEach(area -> faults.requireText("areas", area, Plan.LONGEST_KEY));
        faults.require(areas.stream().allMatch(account::hasArea), "areas", "are not all yours");
        faults.throwIfAny();
        String secret = feeds.add(account, name, areas);
        context.status(201)
                .header("Cache-Control", "no-store")
                .json(Map.of("url", Requests.serverUrl(context) + "/outreach/calendar.ics?feed=" + secret));
    }

    private void revokeFeed(Context context) {
        Account account = gatekeeper.requireForChange(context);
        String id = context.pathParam("feedId");
        boolean isId = id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        if (!isId || !feeds.revoke(account, UUID.fromString(id))) {
            throw ProblemException.notFound("There is no such calendar of yours, or it was revoked already.");
        }
        context.status(204);
    }
}
