package org.reentryatlas.outreach;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.JsonBody;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.Routes;
import org.reentryatlas.identity.Account;
import org.reentryatlas.identity.Gatekeeper;

/** Outreach patrols of a week at once, and what is next for whoever is signed in: {@code /outreach/patrols}, {@code /outreach/next}. */
public final class PatrolRoutes implements Routes {
    private static final int DAYS_AHEAD = 60;
    private static final int MOST = 20_000;

    private final PatrolService patrols;
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
     */
    public PatrolRoutes(Database web, Database desk, Gatekeeper gatekeeper, ZoneId zone, Clock clock) {
        this.patrols = new PatrolService(new PlanService(web, desk, zone), web, desk);
        this.reader = new PlanReader(desk);
        this.gatekeeper = gatekeeper;
        this.zone = zone;
        this.clock = clock;
    }

    /** What is to be kept. */
    record Kept(List<Patrol> patrols) {
        Kept(@JsonProperty("patrols") @Nullable List<Patrol> patrols) {
            this.patrols = patrols == null ? List.of() : List.copyOf(patrols);
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/outreach/patrols", this::keep);
        routes.get("/outreach/next", this::next);
    }

    @Override
    public List<String> laborious() {
        return List.of("/outreach/patrols");
    }

    private void keep(Context context) {
        Account account = gatekeeper.requirePlanner(context);
        List<Stored> kept = patrols.keep(JsonBody.read(context, Kept.class).patrols(), account);
        context.status(201);
        PlanRoutes.answer(
                context,
                Map.of(
                        "patrols",
                        kept.stream()
                                .map(patrol -> PlanJson.whole(patrol, true, Map.of()))
                                .toList()));
    }

    /** Of the next 60 days what names the post of the account, and of what is published in its areas the rest. */
    private void next(Context context) {
        Account account = gatekeeper.require(context).account();
        Parameters.of(context, Set.of());
        Instant now = clock.instant();
        Instant until = now.atZone(zone).plusDays(DAYS_AHEAD).toInstant();
        Optional<Account> reading = Optional.of(account);
        Map<UUID, Stored> found = new LinkedHashMap<>();
        reader.list(reading, Set.of("tour", "patrol"), now, until, List.of(), MOST).stream()
                .filter(stored -> PlanReader.isNamed(stored, account))
                .forEach(stored -> found.put(stored.id(), stored));
        // Whoever has no beats of their own has all of them, which is the calendar and no list of theirs.
        if (!account.areas().isEmpty()) {
            reader.list(reading, now, until, account.areas(), MOST).forEach(stored -> found.put(stored.id(), stored));
        }
        List<Map<String, Object>> plans = found.values().stream()
                .filter(stored -> !stored.isCancelled() && stored.publishedVersion() != null)
                .sorted(Comparator.comparing(Stored::startsAt).thenComparing(Stored::id))
                .map(stored -> {
                    Map<String, Object> described = new LinkedHashMap<>(PlanJson.summary(stored, true));
                    described.put("isMine", PlanReader.isNamed(stored, account));
                    return described;
                })
                .toList();
        PlanRoutes.answer(context, Map.of("until", until.atZone(zone).toLocalDate(), "plans", plans));
    }
}
