package org.reentryatlas.outreach;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.JsonBody;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Routes;
import org.reentryatlas.identity.Account;
import org.reentryatlas.identity.Gatekeeper;

/** Volunteers sign up for shifts, and agencies write down what became of it. */
public final class SignUpRoutes implements Routes {
    private static final int LONGEST_NAME = 40;

    private final Database desk;
    private final Gatekeeper gatekeeper;
    private final Clock clock;

    public SignUpRoutes(Database desk, Gatekeeper gatekeeper, Clock clock) {
        this.desk = desk;
        this.gatekeeper = gatekeeper;
        this.clock = clock;
    }

    /**
     * Who wants to come.
     *
     * @param name what they want to be called
     */
    record SignUp(@Nullable String shift, @Nullable String name) {
        @Override
        public String toString() {
            return "SignUp";
        }
    }

    /** With which a sign-up is taken back. */
    record Code(@Nullable String code) {
        @Override
        public String toString() {
            return "Code";
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/outreach/plans/{planId}/sign-ups", this::signUp);
        routes.get("/outreach/plans/{planId}/sign-ups", this::list);
        routes.delete("/outreach/plans/{planId}/sign-ups/{signUpId}", this::remove);
        routes.post("/outreach/sign-ups/withdraw", this::withdraw);
        routes.put("/outreach/plans/{planId}/result", this::writeResult);
    }

    /** Nobody needs an account for it: what is asked is a name of one's choice, and what is given a code to take it back. */
    private void signUp(Context context) {
        UUID id = PlanRoutes.id(context);
        SignUp asked = JsonBody.read(context, SignUp.class);
        String name = Plan.text(asked.name());
        Faults faults = new Faults();
        faults.require(!name.isEmpty(), "name", "is empty");
        faults.requireText("name", name, LONGEST_NAME);
        faults.throwIfAny();
        String code = desk.inTransaction(handle -> {
            PlanStore plans = new PlanStore(handle);
            // Two who want the last place come one after the other.
            plans.lock(id);
            Stored stored = plans.findPublished(id)
                    .filter(found -> found.plan().isPublic())
                    .orElseThrow(PlanService::notThere);
            SignUpStore signUps = new SignUpStore(handle);
            requirePlace(stored, asked.shift(), signUps.counts(id));
            return signUps.add(id, String.valueOf(asked.shift()), name);
        });
        context.status(201).header("Cache-Control", "no-store").json(Map.of("code", code));
    }

    /** The names that volunteers chose, for planners alone: to know who comes, and to take away what is a joke. */
    private void list(Context context) {
        if (!gatekeeper.require(context).account().isPlanner()) {
            throw PlanService.notThere();
        }
        UUID id = PlanRoutes.id(context);
        context.header("Cache-Control", "no-store")
                .json(Map.of("signUps", desk.read(handle -> new SignUpStore(handle).list(id))));
    }

    private void remove(Context context) {
        Account account = gatekeeper.requirePlanner(context);
        UUID id = PlanRoutes.id(context);
        String signUp = context.pathParam("signUpId");
        boolean isRemoved = signUp.matches("[0-9]{1,18}")
                && desk.inTransaction(handle -> new SignUpStore(handle).remove(id, Long.parseLong(signUp), account));
        if (!isRemoved) {
            throw ProblemException.notFound("There is no such sign-up of it, or it was taken back already.");
        }
        context.status(204);
    }

    private void requirePlace(Stored stored, @Nullable String shiftId, Map<String, Integer> counts) {
        if (stored.isCancelled()) {
            throw ProblemException.conflict("CANCELLED", "It is called off.", "Look for another one.");
        }
        Shift shift = stored.plan().shifts().stream()
                .filter(each -> each.id().equals(shiftId))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("There is no such shift of it."));
        if (!stored.endsAt().isAfter(clock.instant())) {
            throw ProblemException.conflict("OVER", "It is over.", "Look for another one.");
        }
        if (counts.getOrDefault(shift.id(), 0) >= shift.places()) {
            throw ProblemException.conflict("FULL", "All places of the shift are taken.", "Choose another one.");
        }
    }

    private void withdraw(Context context) {
        String code = JsonBody.read(context, Code.class).code();
        boolean isRemoved = desk.inTransaction(handle -> new SignUpStore(handle).remove(code == null ? "" : code));
        if (!isRemoved) {
            throw ProblemException.notFound("There is no sign-up of this code, or it was taken back already.");
        }
        context.status(204);
    }

    private void writeResult(Context context) {
        Account account = gatekeeper.requireForChange(context);
        UUID id = PlanRoutes.id(context);
        int base = PlanRoutes.base(context);
        Result result = JsonBody.read(context, Result.class);
        Faults faults = new Faults();
        result.check(faults);
        faults.throwIfAny();
        desk.useTransaction(handle -> {
            Stored stored = new PlanStore(handle)
                    .findPublished(id)
                    .filter(found ->
                            found.plan().isPublic() && found.areas().stream().anyMatch(account::hasArea))
                    .orElseThrow(PlanService::notThere);
            if (stored.isCancelled() || stored.startsAt().isAfter(clock.instant())) {
                throw ProblemException.conflict(
                        "NOT_YET",
                        "It has not begun, or was called off.",
                        "Write down what became of it when it is over.");
            }
            if (!new ResultStore(handle).write(id, base, result, account)) {
                throw ProblemException.conflict(
                        "CHANGED_MEANWHILE", "Somebody else wrote it down meanwhile.", "Read it and decide again.");
            }
            Audit.on(handle).done(account.by(), Action.PLAN_RESULT_WRITTEN, id.toString());
        });
        context.status(204);
    }
}
