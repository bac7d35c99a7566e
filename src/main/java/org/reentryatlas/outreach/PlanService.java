package org.reentryatlas.outreach;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.Json;
import org.reentryatlas.http.Merge;
import org.reentryatlas.http.Problem.FieldError;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.identity.Account;
import org.reentryatlas.identity.Agency;
import org.reentryatlas.outreach.Findings.Note;

/** What may be done with plans: written, agreed to by both agencies, published, called off. Two who write at once lose nothing. */
final class PlanService {
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_REMARK = 1_000;

    private final GroundStore ground;
    private final Database desk;
    private final ZoneId zone;

    /**
     * On two roles.
     *
     * @param web reads streets and beats
     * @param desk keeps plans
     * @param zone of the jurisdiction
     */
    PlanService(Database web, Database desk, ZoneId zone) {
        this.ground = new GroundStore(web);
        this.desk = desk;
        this.zone = zone;
    }

    /**
     * What came of writing a change.
     *
     * @param merged fields that somebody else had changed meanwhile, and that were kept as they left them
     */
    record Saved(Stored stored, List<String> merged) {}

    ZoneId zone() {
        return zone;
    }

    /** What is found of the places of a plan that nobody keeps yet. */
    Findings survey(Plan plan) {
        check(plan);
        return Survey.of(plan, ground);
    }

    /** Keeps a draft. */
    Stored create(Plan plan, Account account) {
        check(plan);
        requireOwnFields(Json.MAPPER.createObjectNode(), tree(plan), plan.owners(), account);
        Findings findings = Survey.of(plan, ground);
        return desk.inTransaction(handle -> {
            PlanStore plans = new PlanStore(handle);
            UUID id = plans.add(plan, findings, zone, account);
            Stored kept = newest(plans, id);
            Audit.on(handle).done(account.by(), Action.PLAN_CREATED, id.toString());
            return kept;
        });
    }

    /**
     * Writes a change as the newest version. Where somebody wrote since, what only they changed is kept as they left it.
     *
     * @param base of which version it is a change
     * @throws ProblemException if both changed the same field, it is called off, or it is another agency's field
     */
    Saved save(UUID id, int base, Plan mine, Account account) {
        check(mine);
        return desk.inTransaction(handle -> {
            PlanStore plans = new PlanStore(handle);
            Stored current = locked(plans, id);
            requireNotCancelled(current);
            requireKind(current, mine);
            Stored before = base == current.version()
                    ? current
                    : plans.find(id, base)
                            .orElseThrow(() -> ProblemException.notFound("There is no such version of it."));
            Merge merge = Merge.of(tree(before.plan()), tree(current.plan()), tree(mine));
            merge.requireNoConflict();
            Plan joined = Json.MAPPER.convertValue(merge.body(), Plan.class);
            check(joined);
            if (tree(joined).equals(tree(current.plan()))) {
                return new Saved(current, merge.theirs());
            }
            requireOwnFields(tree(current.plan()), tree(joined), joined.owners(), account);
            plans.addVersion(id, current.version() + 1, joined, Survey.of(joined, ground), zone, account);
            Saved saved = new Saved(newest(plans, id), merge.theirs());
            Audit.on(handle).done(account.by(), Action.PLAN_SAVED, id.toString());
            return saved;
        });
    }

    private static void requireKind(Stored current, Plan mine) {
        if (!current.kind().equals(mine.kind())) {
            throw ProblemException.invalid(List.of(new FieldError("kind", "cannot be changed")));
        }
    }

    /** What one agency writes, the other may not: it would put words into its mouth. */
    private static void requireOwnFields(JsonNode before, JsonNode after, Map<String, Agency> owners, Account account) {
        List<FieldError> foreign = Merge.changed(before, after).stream()
                .filter(field -> owners.containsKey(field) && owners.get(field) != account.agency())
                .filter(field -> before.has(field) || !after.get(field).asText().isEmpty())
                .map(field -> new FieldError(field, "is written by the other agency"))
                .toList();
        if (!foreign.isEmpty()) {
            throw ProblemException.invalid(foreign);
        }
    }

    /** One's own agency agrees to the newest version. */
    Stored consent(UUID id, int version, Account account) {
        return change(id, version, account, Action.PLAN_CONSENTED, (plans, current) -> {
            requireComplete(current);
            plans.consent(id, version, account);
        });
    }

    /** What both agreed to becomes what others see. */
    Stored publish(UUID id, int version, Account account) {
        return change(id, version, account, Action.PLAN_PUBLISHED, (plans, current) -> {
            if (!current.isAgreed()) {
                throw ProblemException.conflict(
                        "NOT_AGREED", "Not everybody whose plan it is has agreed to this version.", "Agree first.");
            }
            if (!Integer.valueOf(version).equals(current.publishedVersion())) {
                plans.publish(id);
            }
        });
    }

    private static void requireComplete(Stored current) {
        missing(current).throwIfAny();
    }

    /** What keeps both agencies from agreeing to it. */
    static Faults missing(Stored current) {
        Plan plan = current.plan();
        Faults faults = new Faults();
        plan.checkComplete(faults);
        for (Note note : current.findings().notes()) {
            faults.require(!note.code().isFault(), note.field(), "cannot be found as it is: " + note.code());
        }
        return faults;
    }

    /** Calls it off; either agency may, at any time. */
    Stored cancel(UUID id, String reason, Account account) {
        Faults faults = new Faults();
        faults.require(!reason.isBlank(), "reason", "is empty");
        faults.requireText("reason", reason, LONGEST_REASON);
        faults.throwIfAny();
        return change(
                id,
                null,
                account,
                Action.PLAN_CANCELLED,
                (plans, current) -> plans.cancel(id, reason.strip(), account.agency()));
    }

    /** Takes calling it off back; whoever did it had a reason that the other agency may not know. */
    Stored reinstate(UUID id, Account account) {
        return desk.inTransaction(handle -> {
            PlanStore plans = new PlanStore(handle);
            locked(plans, id);
            if (plans.calledOffBy(id)
                    .filter(agency -> agency != account.agency())
                    .isPresent()) {
                throw ProblemException.conflict(
                        "CALLED_OFF_BY_OTHERS",
                        "The other agency called it off.",
                        "Ask it to take that back, or plan it anew.");
            }
            plans.reinstate(id);
            Stored reinstated = newest(plans, id);
            Audit.on(handle).done(account.by(), Action.PLAN_REINSTATED, id.toString());
            return reinstated;
        });
    }

    void remark(UUID id, String text, Account account) {
        Faults faults = new Faults();
        faults.require(!text.isBlank(), "text", "is empty");
        faults.requireText("text", text, LONGEST_REMARK);
        faults.throwIfAny();
        desk.useTransaction(handle -> {
            PlanStore plans = new PlanStore(handle);
            locked(plans, id);
            plans.remark(id, text.strip(), account);
            Audit.on(handle).done(account.by(), Action.PLAN_REMARKED, id.toString());
        });
    }

    private interface Change {
        void make(PlanStore plans, Stored current);
    }

    /** A change of where a plan stands, of the newest version if one is named. */
    private Stored change(UUID id, @Nullable Integer version, Account account, Action action, Change change) {
        return desk.inTransaction(handle -> {
            PlanStore plans = new PlanStore(handle);
            Stored current = locked(plans, id);
            requireNotCancelled(current);
            if (version != null && version != current.version()) {
                throw ProblemException.conflict(
                        "CHANGED_MEANWHILE", "Somebody wrote a newer version.", "Read it and decide again.");
            }
            change.make(plans, current);
            Stored changed = newest(plans, id);
            Audit.on(handle).done(account.by(), action, id.toString());
            return changed;
        });
    }

    private static void requireNotCancelled(Stored current) {
        if (current.isCancelled()) {
            throw ProblemException.conflict("CANCELLED", "It is called off.", "Reinstate it first.");
        }
    }

    private static Stored locked(PlanStore plans, UUID id) {
        if (!plans.lock(id)) {
            throw notThere();
        }
        return newest(plans, id);
    }

    static Stored newest(PlanStore plans, UUID id) {
        return plans.find(id).orElseThrow(PlanService::notThere);
    }

    static ProblemException notThere() {
        return ProblemException.notFound("There is no such plan, or it is not for you.");
    }

    private static JsonNode tree(Plan plan) {
        return Json.MAPPER.valueToTree(plan);
    }

    private void check(Plan plan) {
        faults(plan).throwIfAny();
    }

    /** What is wrong with a plan, whoever writes it. */
    Faults faults(Plan plan) {
        Faults faults = new Faults();
        plan.check(faults);
        requireExists(faults, "starts", plan.starts());
        requireExists(faults, "ends", plan.ends());
        for (int i = 0; i < plan.shifts().size(); i++) {
            requireExists(
                    faults, "shifts[" + i + "].starts", plan.shifts().get(i).starts());
            requireExists(faults, "shifts[" + i + "].ends", plan.shifts().get(i).ends());
        }
        return faults;
    }

    /** When clocks go forward, an hour is left out. */
    private void requireExists(Faults faults, String field, LocalDateTime time) {
        faults.require(
                !zone.getRules().getValidOffsets(time).isEmpty(),
                field,
                "is a time that does not exist: the clocks go forward then");
        // The database has nothing smaller than millionths of a second, and nobody meets at one.
        faults.require(time.getSecond() == 0 && time.getNano() == 0, field, "is not a whole minute");
    }
}
