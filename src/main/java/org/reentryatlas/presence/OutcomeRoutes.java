package org.reentryatlas.presence;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.Changes;
import org.reentryatlas.http.JsonBody;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Routes;
import org.reentryatlas.identity.Account;
import org.reentryatlas.identity.Agency;
import org.reentryatlas.identity.Gatekeeper;

/**
 * What tours found: written down by the supervision agency, tour by tour, and never read again here; published by quarter for the whole jurisdiction by
 * {@code atlas outcomes publish}: {@code /outreach/plans/{planId}/outcome} and {@code /outreach/outcomes}.
 */
public final class OutcomeRoutes implements Routes {
    private final OutcomeStore outcomes;
    private final Gatekeeper gatekeeper;
    private final ZoneId zone;
    private final Clock clock;

    /**
     * On two roles.
     *
     * @param web reads what is published
     * @param desk writes what tours found
     * @param zone of the jurisdiction
     */
    public OutcomeRoutes(Database web, Database desk, Gatekeeper gatekeeper, ZoneId zone, Clock clock) {
        this.outcomes = new OutcomeStore(web, desk);
        this.gatekeeper = gatekeeper;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/outreach/plans/{planId}/outcome", this::write);
        routes.get("/outreach/outcomes", this::list);
    }

    private void write(Context context) {
        Account account = gatekeeper.requireForChange(context);
        if (account.agency() != Agency.SUPERVISION) {
            gatekeeper.refuse(context, account);
            throw ProblemException.forbidden(
                    "SUPERVISION_ONLY",
                    "Only the supervision agency writes down what tours found.",
                    "Ask the supervision officer who led it.");
        }
        UUID planId = planId(context);
        OutcomeStore.Tour tour = outcomes.find(planId, zone, clock.instant())
                .filter(found -> account.isPlanner()
                        || (account.isBeatOfficer() && found.areas().stream().anyMatch(account::hasArea)))
                .orElseThrow(OutcomeRoutes::notThere);
        if (!tour.isOver()) {
            throw ProblemException.conflict("NOT_OVER", "The tour is not over yet.", "Write it down afterwards.");
        }
        Outcome outcome = JsonBody.read(context, Outcome.class);
        outcome.check();
        if (!outcomes.write(planId, tour, outcome, account, LocalDate.now(clock.withZone(zone)))) {
            throw ProblemException.conflict(
                    "QUARTER_CLOSED",
                    "The quarter of the tour is closed: nothing more is taken of it.",
                    "Outcomes are taken until two weeks after a quarter.");
        }
        context.status(204);
    }

    private static UUID planId(Context context) {
        return Changes.uuid(context.pathParam("planId")).orElseThrow(OutcomeRoutes::notThere);
    }

    private static ProblemException notThere() {
        return ProblemException.notFound("There is no such tour, or it is not for you.");
    }

    private void list(Context context) {
        Parameters.of(context, Set.of());
        List<Map<String, @Nullable Object>> quarters = outcomes.published().entrySet().stream()
                .map(entry -> {
                    Map<String, @Nullable Object> described = new LinkedHashMap<>();
                    described.put("quarter", entry.getKey());
                    described.putAll(entry.getValue());
                    return described;
                })
                .toList();
        context.header("Cache-Control", "no-cache").json(Map.of("quarters", quarters));
    }
}
