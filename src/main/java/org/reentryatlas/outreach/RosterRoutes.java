package org.reentryatlas.outreach;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.JsonBody;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.Routes;
import org.reentryatlas.identity.Account;
import org.reentryatlas.identity.Gatekeeper;

/** Accountability Tours of a time at once: {@code /outreach/rosters}, {@code /outreach/tours}. */
public final class RosterRoutes implements Routes {
    /** More than 50 a day for more than a year. */
    private static final int MOST = 20_000;

    private final RosterService rosters;
    private final TourService tours;
    private final PlanReader reader;
    private final Gatekeeper gatekeeper;
    private final ZoneId zone;
    private final Clock clock;

    /**
     * On two roles.
     *
     * @param web reads beats
     * @param desk keeps plans
     * @param zone of the jurisdiction
     * @param holidays of the jurisdiction
     */
    public RosterRoutes(
            Database web, Database desk, Gatekeeper gatekeeper, ZoneId zone, Holidays holidays, Clock clock) {
        this.rosters = new RosterService(web, desk, zone, holidays, clock);
        this.tours = new TourService(new PlanService(web, desk, zone), web, desk);
        this.reader = new PlanReader(desk);
        this.gatekeeper = gatekeeper;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/outreach/rosters", this::plan);
        routes.get("/outreach/tours", this::list);
        routes.post("/outreach/tours", this::keep);
        routes.post("/outreach/tours/agreement", this::agree);
        routes.get("/outreach/tours/summary", this::summary);
    }

    /** A solver works for one; a thousand drafts are written or agreed to by the others. */
    @Override
    public List<String> laborious() {
        return List.of("/outreach/(rosters|tours|tours/agreement)(\\?.*)?");
    }

    private void plan(Context context) {
        gatekeeper.requirePlanner(context);
        RosterService.Answer answer = rosters.plan(JsonBody.read(context, RosterRequest.class));
        PlanRoutes.answer(context, RosterJson.of(answer));
    }

    /** With who is on them and who agreed, as who is signed in may read them; without those that are called off. */
    private void list(Context context) {
        Account account = gatekeeper.require(context).account();
        PlanRoutes.Days days = PlanRoutes.days(Parameters.of(context, Set.of("from", "to")), zone);
        answer(
                context,
                reader
                        .list(
                                Optional.of(account),
                                Set.of("tour"),
                                start(days.from()),
                                start(days.to()),
                                List.of(),
                                MOST)
                        .stream()
                        .filter(stored -> !stored.isCancelled())
                        .toList());
    }

    private void keep(Context context) {
        Account account = gatekeeper.requirePlanner(context);
        List<Stored> kept = tours.keep(JsonBody.read(context, KeptTours.class), account);
        context.status(201);
        answer(context, kept);
    }

    private void agree(Context context) {
        Account account = gatekeeper.requirePlanner(context);
        answer(context, tours.agree(JsonBody.read(context, TourAgreement.class), account));
    }

    private static void answer(Context context, List<Stored> tours) {
        PlanRoutes.answer(
                context,
                Map.of(
                        "tours",
                        tours.stream()
                                .map(tour -> PlanJson.whole(tour, true, Map.of()))
                                .toList()));
    }

    private void summary(Context context) {
        Account account = gatekeeper.require(context).account();
        Parameters parameters = Parameters.of(context, Set.of("from", "to"));
        PlanRoutes.Days days = PlanRoutes.days(parameters, zone);
        PlanRoutes.answer(
                context,
                Map.of(
                        "from",
                        days.from(),
                        "to",
                        days.to(),
                        "areas",
                        tours.count(account, start(days.from()), start(days.to()), clock.instant())));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
