package org.reentryatlas.outreach;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.Json;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.identity.Account;

/** Plans from elsewhere, that both agencies have agreed to already, as the page would have written them. */
public final class Planning {
    private final PlanService service;
    private final Database desk;

    /**
     * On two roles.
     *
     * @param web reads streets and beats
     * @param desk keeps plans
     * @param zone of the jurisdiction
     */
    public Planning(Database web, Database desk, ZoneId zone) {
        this.service = new PlanService(web, desk, zone);
        this.desk = desk;
    }

    /** Whether anything is planned or was. */
    public boolean isEmpty() {
        return desk.read(handle -> new PlanStore(handle).isEmpty());
    }

    /**
     * Publishes a plan: the first writes what is theirs, each other one adds what is theirs, and all agree.
     *
     * @param plan as the interface takes it
     * @param planners of both agencies
     * @throws ProblemException if the page would have refused it
     */
    public UUID publish(JsonNode plan, List<Account> planners) {
        Plan whole = Json.MAPPER.convertValue(plan, Plan.class);
        Optional<Stored> written = Optional.empty();
        for (Account planner : planners) {
            Plan part = written(whole, planners.subList(planners.indexOf(planner) + 1, planners.size()));
            Stored before = written.orElse(null);
            written = Optional.of(
                    before == null
                            ? service.create(part, planner)
                            : service.save(before.id(), before.version(), part, planner)
                                    .stored());
        }
        Stored last = written.orElseThrow(() -> new IllegalArgumentException("nobody publishes it"));
        planners.stream()
                .filter(planner -> whole.parties().contains(planner.agency()))
                .forEach(planner -> service.consent(last.id(), last.version(), planner));
        return service.publish(last.id(), last.version(), planners.get(0)).id();
    }

    /** A plan without what only those write whose turn comes later. */
    private static Plan written(Plan whole, List<Account> later) {
        ObjectNode body = Json.MAPPER.valueToTree(whole);
        whole.owners().forEach((field, owner) -> {
            if (later.stream().anyMatch(planner -> planner.agency() == owner)) {
                body.put(field, "");
            }
        });
        return Json.MAPPER.convertValue(body, Plan.class);
    }

    /** Writes down what became of a plan that is published. */
    public void record(UUID planId, JsonNode result, Account account) {
        Result read = Json.MAPPER.convertValue(result, Result.class);
        Faults faults = new Faults();
        read.check(faults);
        faults.throwIfAny();
        desk.useTransaction(handle -> {
            new ResultStore(handle).write(planId, 0, read, account);
            Audit.on(handle).done(account.by(), Action.PLAN_RESULT_WRITTEN, planId.toString());
        });
    }
}
