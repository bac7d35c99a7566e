package org.reentryatlas.outreach;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.Changes;
import org.reentryatlas.http.JsonBody;
import org.reentryatlas.http.Languages;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Routes;
import org.reentryatlas.identity.Account;
import org.reentryatlas.identity.Gatekeeper;
import org.reentryatlas.identity.Session;

/** Plans: read by everybody once they are published and meant for all, written by planners: {@code /outreach/plans}. */
public final class PlanRoutes implements Routes {
    private static final int MOST = 2_000;
    private static final int MOST_DAYS = 400;

    private final PlanService service;
    private final PlanReader reader;
    private final Gatekeeper gatekeeper;
    private final ZoneId zone;
    private final Holidays holidays;

    /**
     * On two roles.
     *
     * @param web reads streets and beats
     * @param desk keeps plans
     * @param zone of the jurisdiction
     * @param holidays of the jurisdiction
     */
    public PlanRoutes(Database web, Database desk, Gatekeeper gatekeeper, ZoneId zone, Holidays holidays) {
        this.service = new PlanService(web, desk, zone);
        this.reader = new PlanReader(desk);
        this.gatekeeper = gatekeeper;
        this.zone = zone;
        this.holidays = holidays;
    }

    /** A version that somebody decides about. */
    record OfVersion(@Nullable Integer version) {}

    /** Why something is called off. */
    record Reason(@Nullable String reason) {}

    /** What somebody says. */
    record Text(@Nullable String text) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/outreach/plans", this::list);
        routes.post("/outreach/plans", this::create);
        routes.post("/outreach/survey", this::survey);
        routes.get("/outreach/plans/{planId}", this::read);
        routes.put("/outreach/plans/{planId}", this::save);
        routes.get("/outreach/plans/{planId}/history", this::history);
        routes.post("/outreach/plans/{planId}/remarks", this::remark);
        routes.post("/outreach/plans/{planId}/consent", this::consent);
        routes.post("/outreach/plans/{planId}/publish", this::publish);
        routes.post("/outreach/plans/{planId}/cancel", this::cancel);
        routes.post("/outreach/plans/{planId}/reinstate", this::reinstate);
    }

    private void list(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("from", "to", "area", Languages.PARAMETER));
        Days days = days(parameters, zone);
        List<String> areas = parameters.text("area").map(List::of).orElse(List.of());
        Optional<Account> account = account(context);
        List<Stored> plans = reader.list(account, start(days.from()), start(days.to()), areas, MOST + 1);
        boolean isStaff = account.isPresent();
        answer(
                context,
                Map.of(
                        "from",
                        days.from(),
                        "to",
                        days.to(),
                        "timeZone",
                        zone.getId(),
                        "isComplete",
                        plans.size() <= MOST,
                        "holidays",
                        holidays.named(days.from(), days.to(), EventWords.named(parameters)),
                        "plans",
                        plans.stream()
                                .limit(MOST)
                                .map(plan -> PlanJson.summary(plan, isStaff))
                                .toList()));
    }

    /** From a day until before another. */
    record Days(LocalDate from, LocalDate to) {}

    /** The days that parameters name. */
    static Days days(Parameters parameters, ZoneId zone) {
        LocalDate from = day(parameters, "from").orElseGet(() -> LocalDate.now(zone));
        LocalDate to = day(parameters, "to").orElseGet(() -> from.plusDays(92));
        if (!to.isAfter(from) || to.isAfter(from.plusDays(MOST_DAYS))) {
            throw ProblemException.badRequest(
                    "PARAMETER_INVALID",
                    "Parameter 'to' is not a day after 'from', at most " + MOST_DAYS + " days later.",
                    "For example from=2026-11-01&to=2026-12-01; the last day is not included.");
        }
        return new Days(from, to);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The day that a parameter names, if it is given. */
    static Optional<LocalDate> day(Parameters parameters, String name) {
        return parameters.text(name).map(text -> {
            try {
                LocalDate day = LocalDate.parse(text);
                if (day.getYear() >= 1900 && day.getYear() <= 2300) {
                    return day;
                }
            } catch (DateTimeParseException e) {
                // Falls through to the one problem below.
            }
            throw ProblemException.badRequest(
                    "PARAMETER_INVALID",
                    "Parameter '" + name + "' is no day.",
                    "Write it as in " + name + "=2026-11-01.");
        });
    }

    private void create(Context context) {
        Account account = gatekeeper.requirePlanner(context);
        Stored stored = service.create(JsonBody.read(context, Plan.class), account);
        context.status(201).header("Location", "/outreach/plans/" + stored.id());
        answer(context, stored, Map.of());
    }

    private void survey(Context context) {
        gatekeeper.requirePlanner(context);
        Plan plan = JsonBody.read(context, Plan.class);
        answer(context, Map.of("findings", service.survey(plan)));
    }

    private void read(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("version", Languages.PARAMETER));
        UUID id = id(context);
        Optional<Account> account = account(context);
        if (parameters.text("version").isPresent()) {
            gatekeeper.require(context);
            int version = parameters.whole("version", 1, 1, Integer.MAX_VALUE);
            answer(context, reader.version(account, id, version), Map.of());
            return;
        }
        PlanReader.Seen seen = reader.read(account, id);
        Map<String, Object> body = PlanJson.whole(seen.stored(), account.isPresent(), seen.signUps());
        seen.result().ifPresent(written -> {
            body.put("result", written.result());
            body.put("resultVersion", written.version());
        });
        if (account.isPresent()) {
            Plan plan = seen.stored().plan();
            LocalDate last = plan.ends().toLocalDate();
            body.put(
                    "holidays",
                    holidays.named(plan.starts().toLocalDate(), last.plusDays(1), EventWords.named(parameters)));
            body.put(
                    "clashes",
                    seen.clashes().stream()
                            .map(other -> PlanJson.summary(other, true))
                            .toList());
        }
        answer(context, body);
    }

    private void save(Context context) {
        Account account = gatekeeper.requirePlanner(context);
        Plan plan = JsonBody.read(context, Plan.class);
        PlanService.Saved saved = service.save(id(context), base(context), plan, account);
        answer(context, saved.stored(), Map.of("merged", saved.merged()));
    }

    /** Of which version a change is. The same version is read otherwise once somebody agrees, so no answer has it as its tag. */
    static int base(Context context) {
        return Changes.base(context);
    }

    private void history(Context context) {
        gatekeeper.require(context);
        PlanReader.History history = reader.history(account(context), id(context));
        answer(context, Map.of("versions", history.versions(), "remarks", history.remarks()));
    }

    private void remark(Context context) {
        Account account = gatekeeper.requirePlanner(context);
        String text = JsonBody.read(context, Text.class).text();
        service.remark(id(context), text == null ? "" : text, account);
        context.status(204);
    }

    private void consent(Context context) {
        Account account = gatekeeper.requirePlanner(context);
        decide(context, version -> service.consent(id(context), version, account));
    }

    private void publish(Context context) {
        Account account = gatekeeper.requirePlanner(context);
        decide(context, version -> service.publish(id(context), version, account));
    }

    private static void decide(Context context, Function<Integer, Stored> decision) {
        Integer version = JsonBody.read(context, OfVersion.class).version();
        if (version == null) {
            throw ProblemException.versionNeeded();
        }
        answer(context, decision.apply(version), Map.of());
    }

    private void cancel(Context context) {
        Account account = gatekeeper.requirePlanner(context);
        String reason = JsonBody.read(context, Reason.class).reason();
        answer(context, service.cancel(id(context), reason == null ? "" : reason, account), Map.of());
    }

    private void reinstate(Context context) {
        Account account = gatekeeper.requirePlanner(context);
        answer(context, service.reinstate(id(context), account), Map.of());
    }

    private Optional<Account> account(Context context) {
        return gatekeeper.session(context).map(Session::account);
    }

    /** That of the path; one that cannot be is of nothing. */
    static UUID id(Context context) {
        return Changes.uuid(context.pathParam("planId")).orElseThrow(PlanService::notThere);
    }

    private static void answer(Context context, Stored stored, Map<String, ?> more) {
        Map<String, Object> body = new LinkedHashMap<>(PlanJson.whole(stored, true, Map.of()));
        body.putAll(more);
        answer(context, body);
    }

    static void answer(Context context, Map<String, ?> body) {
        Gatekeeper.answer(context, body);
    }
}
