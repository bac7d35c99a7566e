package org.reentryatlas.outreach;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.identity.Account;
import org.reentryatlas.identity.Agency;

/** Patrols of a week, all kept as drafts or none. */
final class PatrolService {
    private static final int MOST = 500;

    private final PlanService plans;
    private final GroundStore ground;
    private final Database desk;

    PatrolService(PlanService plans, Database web, Database desk) {
        this.plans = plans;
        this.ground = new GroundStore(web);
        this.desk = desk;
    }

    /**
     * Keeps drafts.
     *
     * @throws ProblemException if anything is wrong with one of them, or its beat has a patrol at its time already
     */
    List<Stored> keep(List<Patrol> patrols, Account account) {
        List<Findings> findings = check(patrols, account);
        return desk.inTransaction(handle -> {
            new TourStore(handle).lock();
            requireNew(handle, patrols);
            PlanStore store = new PlanStore(handle);
            List<Stored> drafts = IntStream.range(0, patrols.size())
                    .mapToObj(i -> store.add(patrols.get(i), findings.get(i), plans.zone(), account))
                    .map(id -> PlanService.newest(store, id))
                    .toList();
            Audit.on(handle).done(account.by(), Action.PLAN_CREATED, TourService.ids(drafts));
            return drafts;
        });
    }

    private List<Findings> check(List<Patrol> patrols, Account account) {
        Faults faults = new Faults();
        faults.require(!patrols.isEmpty(), "patrols", "are missing");
        faults.require(patrols.size() <= MOST, "patrols", "are more than " + MOST);
        faults.throwIfAny();
        for (int i = 0; i < patrols.size(); i++) {
            String field = "patrols[" + i + "]";
            Patrol patrol = patrols.get(i);
            faults.addAll(field, plans.faults(patrol));
            faults.require(
                    patrol.officer().isEmpty() || account.agency() == Agency.POLICE,
                    field + ".officer",
                    "is written by the other agency");
            faults.require(
                    patrols.subList(0, i).stream().noneMatch(before -> areTogether(before, patrol)),
                    field,
                    "is at the time of another one in the same beat");
        }
        faults.throwIfAny();
        List<Findings> findings =
                patrols.stream().map(patrol -> Survey.of(patrol, ground)).toList();
        for (int i = 0; i < patrols.size(); i++) {
            boolean isBeat =
                    findings.get(i).notes().isEmpty() && !patrols.get(i).area().isEmpty();
            faults.require(isBeat, "patrols[" + i + "].area", "is no beat on that day");
        }
        faults.throwIfAny();
        return findings;
    }

    /** Whoever presses twice keeps them once. */
    private void requireNew(Handle handle, List<Patrol> patrols) {
        List<Patrol> kept = TourService.planned(
                        handle,
                        patrols.stream()
                                .map(patrol ->
                                        patrol.starts().atZone(plans.zone()).toInstant())
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        patrols.stream()
                                .map(patrol ->
                                        patrol.ends().atZone(plans.zone()).toInstant())
                                .max(Comparator.naturalOrder())
                                .orElseThrow(),
                        Set.of("patrol"))
                .stream()
                .map(Stored::plan)
                .filter(Patrol.class::isInstance)
                .map(Patrol.class::cast)
                .toList();
        Faults faults = new Faults();
        for (int i = 0; i < patrols.size(); i++) {
            Patrol patrol = patrols.get(i);
            faults.require(
                    kept.stream().noneMatch(other -> areTogether(other, patrol)),
                    "patrols[" + i + "]",
                    "is at the time of a patrol that is planned already in the same beat");
        }
        if (!faults.all().isEmpty()) {
            throw ProblemException.conflict(
                    "PATROLS_PLANNED",
                    "Patrols are planned at these times already, and nothing was kept.",
                    "Share the week again: what is planned counts.",
                    faults.all());
        }
    }

    private static boolean areTogether(Patrol one, Patrol other) {
        return one.area().equals(other.area())
                && one.starts().isBefore(other.ends())
                && other.starts().isBefore(one.ends());
    }
}
