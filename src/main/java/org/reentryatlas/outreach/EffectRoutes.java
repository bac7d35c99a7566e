package org.reentryatlas.outreach;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Routes;
import org.reentryatlas.upkeep.CleanUpEffect;
import org.reentryatlas.upkeep.Effect;
import org.reentryatlas.upkeep.RequestKind;

/** What became of requests after clean-ups, for everybody: {@code /outreach/effects}, and of one beside it. */
public final class EffectRoutes implements Routes {
    private static final int USUAL_DAYS = 365;
    /** All their requests are in memory at once. */
    private static final int MOST_DAYS = 400;

    private final EffectService service;

    /**
     * On two roles.
     *
     * @param web reads streets and requests
     * @param desk reads plans
     * @param zone of the jurisdiction
     */
    public EffectRoutes(Database web, Database desk, ZoneId zone, Clock clock) {
        this.service = new EffectService(web, desk, zone, clock);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/outreach/plans/{planId}/effect", this::one);
        routes.get("/outreach/effects", this::all);
        routes.get("/outreach/effects.csv", this::table);
    }

    /** Requests of half a year and more are gone through, and all blocks. */
    @Override
    public List<String> laborious() {
        return List.of("/outreach/plans/[^/?]+/effect(\\?.*)?", "/outreach/effects(\\.csv)?(\\?.*)?");
    }

    private void one(Context context) {
        Parameters.of(context, Set.of());
        EffectService.Answer answer = service.of(PlanRoutes.id(context))
                .orElseThrow(() ->
                        ProblemException.notFound("There is no such clean-up that is over and was not called off."));
        Map<String, @Nullable Object> body = frame(answer);
        body.putAll(described(answer.cleanUps().get(0)));
        send(context).json(body);
    }

    private void all(Context context) {
        PlanRoutes.Days days = days(context);
        EffectService.Answer answer = service.between(days.from(), days.to().minusDays(1));
        Map<String, @Nullable Object> body = frame(answer);
        body.put("from", days.from());
        body.put("to", days.to());
        body.put("pooled", answer.pooled().stream().map(EffectRoutes::pooled).toList());
        body.put(
                "cleanUps",
                answer.cleanUps().stream().map(EffectRoutes::described).toList());
        send(context).json(body);
    }

    private void table(Context context) {
        PlanRoutes.Days days = days(context);
        String table = EffectTable.of(service.between(days.from(), days.to().minusDays(1)));
        send(context)
                .header("Content-Disposition", "attachment; filename=\"reentry-atlas-effects.csv\"")
                .contentType("text/csv; charset=utf-8; header=present")
                .result(table);
    }

    private PlanRoutes.Days days(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("from", "to"));
        LocalDate to = PlanRoutes.day(parameters, "to").orElse(service.today().plusDays(1));
        LocalDate from = PlanRoutes.day(parameters, "from").orElse(to.minusDays(USUAL_DAYS));
        if (!to.isAfter(from) || to.isAfter(from.plusDays(MOST_DAYS))) {
            throw ProblemException.badRequest(
                    "PARAMETER_INVALID",
                    "Parameter 'to' is not a day after 'from', at most " + MOST_DAYS + " days later.",
                    "For example from=2026-01-01&to=2027-01-01; the last day is not included.");
        }
        return new PlanRoutes.Days(from, to);
    }

    /** What holds of all: of which requests, and held against what. */
    private static Map<String, @Nullable Object> frame(EffectService.Answer answer) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put(
                "requestsFrom", answer.loaded().map(CleanUpEffect.Loaded::first).orElse(null));
        body.put("requestsTo", answer.loaded().map(CleanUpEffect.Loaded::last).orElse(null));
        body.put("kinds", CleanUpEffect.KINDS.stream().map(RequestKind::code).toList());
        body.put("metresApart", CleanUpEffect.METRES_APART);
        body.put("daysApart", CleanUpEffect.MATCHED_DAYS);
        body.put("leastLike", Effect.LEAST_LIKE);
        body.put("draws", Effect.DRAWS);
        return body;
    }

    private static Map<String, @Nullable Object> described(EffectService.One one) {
        Map<String, @Nullable Object> described = new LinkedHashMap<>();
        described.put("id", one.id());
        described.put("title", one.title());
        described.put("day", one.day());
        described.put("blocks", one.blocks());
        described.put(
                "windows",
                one.windows().stream()
                        .map(window -> {
                            Map<String, @Nullable Object> of = new LinkedHashMap<>();
                            of.put("days", window.days());
                            of.put("state", code(window.state()));
                            of.put("knownFrom", window.knownFrom());
                            putEffect(of, window.effect());
                            return of;
                        })
                        .toList());
        return described;
    }

    private static Map<String, @Nullable Object> pooled(EffectService.Pooled pooled) {
        Map<String, @Nullable Object> described = new LinkedHashMap<>();
        described.put("days", pooled.days());
        described.put("cleanUps", pooled.cleanUps());
        putEffect(described, pooled.effect());
        return described;
    }

    private static void putEffect(Map<String, @Nullable Object> described, @Nullable Effect effect) {
        if (effect != null) {
            described.put("blocks", effect.blocks());
            described.put("compared", effect.compared());
            described.put("fewestLike", effect.fewestLike());
            described.put("before", effect.before());
            described.put("after", effect.after());
            described.put("expected", effect.expected());
            described.put("difference", effect.difference());
            described.put("low", effect.low());
            described.put("high", effect.high());
            described.put("isClear", effect.isClear());
        }
    }

    /** As the interface names it. */
    static String code(CleanUpEffect.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Context send(Context context) {
        return context.header("Cache-Control", "no-cache");
    }
}
