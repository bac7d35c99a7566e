package org.reentryatlas.outreach;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
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

/**
 * Tours of a roster, all or none: kept as drafts by one agency, and agreed to by each. What the roster says of the other agency's officers
 * is a proposal until that agency takes it on, since nobody writes whom others send.
 */
final class TourService {
    private static final int MOST = 1_000;

    private final PlanService plans;
    private final GroundStore ground;
    private final Database desk;

    TourService(PlanService plans, Database web, Database desk) {
        this.plans = plans;
        this.ground = new GroundStore(web);
        this.desk = desk;
    }

    /**
     * Keeps drafts.
     *
     * @throws ProblemException if anything is wrong with one of them, or there are such tours already
     */
    List<Stored> keep(KeptTours roster, Account account) {
        List<Tour> tours = roster.tours().stream()
                .map(each -> each.writtenBy(account.agency(), roster.purpose()))
                .toList();
        Faults faults = new Faults();
        requireNumber(faults, tours.size());
        requireOwnPurpose(faults, roster.purpose(), account);
        faults.throwIfAny();
        for (int i = 0; i < tours.size(); i++) {
            faults.addAll("tours[" + i + "]", plans.faults(tours.get(i)));
            requireApart(faults, tours, i);
        }
        faults.throwIfAny();
        List<Findings> findings =
                tours.stream().map(tour -> Survey.of(tour, ground)).toList();
        for (int i = 0; i < tours.size(); i++) {
            boolean isBeat =
                    findings.get(i).notes().isEmpty() && !tours.get(i).area().isEmpty();
            faults.require(isBeat, "tours[" + i + "].area", "is no beat on that day");
        }
        faults.throwIfAny();
        return desk.inTransaction(handle -> {
            new TourStore(handle).lock();
            requireNew(handle, tours);
            PlanStore store = new PlanStore(handle);
            List<Stored> drafts = IntStream.range(0, tours.size())
                    .mapToObj(i -> store.add(tours.get(i), findings.get(i), plans.zone(), account))
                    .map(id -> PlanService.newest(store, id))
                    .toList();
            Audit.on(handle).done(account.by(), Action.PLAN_CREATED, ids(drafts));
            return drafts;
        });
    }

    private static void requireNumber(Faults faults, int tours) {
        faults.require(tours >= 1, "tours", "are missing");
        faults.require(tours <= MOST, "tours", "are more than " + MOST);
    }

    private static void requireOwnPurpose(Faults faults, String purpose, Account account) {
        faults.require(
                purpose.isEmpty() || account.agency() == Agency.SUPERVISION,
                "purpose",
                "is written by the other agency");
        faults.require(purpose.isEmpty() || Tour.PURPOSES.contains(purpose), "purpose", "is none that tours have");
    }

    /** Nobody is on two tours at a time, and no beat has two. */
    private static void requireApart(Faults faults, List<Tour> tours, int i) {
        for (int before = 0; before < i; before++) {
            if (areTogether(tours.get(before), tours.get(i))) {
                faults.require(
                        false,
                        "tours[" + i + "]",
                        "is at the time of tours[" + before + "], in the same beat or with the same officer");
                return;
            }
        }
    }

    private static boolean areTogether(Tour one, Tour other) {
        return one.starts().isBefore(other.ends())
                && other.starts().isBefore(one.ends())
                && (one.area().equals(other.area()) || !Collections.disjoint(one.officers(), other.officers()));
    }

    /** Whoever presses twice keeps them once. */
    private void requireNew(Handle handle, List<Tour> tours) {
        List<Tour> kept = kept(handle, tours);
        Faults faults = new Faults();
        for (int i = 0; i < tours.size(); i++) {
            Tour tour = tours.get(i);
            faults.require(
                    kept.stream().noneMatch(other -> areTogether(other, tour)),
                    "tours[" + i + "]",
                    "is at the time of a tour that is planned already, in the same beat or with the same officer");
        }
        if (!faults.all().isEmpty()) {
            throw ProblemException.conflict(
                    "TOURS_PLANNED",
                    "Tours are planned at these times already, and nothing was kept.",
                    "Ask for a roster again: it plans around them.",
                    faults.all());
        }
    }

    private List<Tour> kept(Handle handle, List<Tour> tours) {
        LocalDateTime since =
                tours.stream().map(Tour::starts).min(Comparator.naturalOrder()).orElseThrow();
        LocalDateTime until =
                tours.stream().map(Tour::ends).max(Comparator.naturalOrder()).orElseThrow();
        return planned(handle, instant(since), instant(until), Set.of("tour")).stream()
                .map(Stored::plan)
                .filter(Tour.class::isInstance)
                .map(Tour.class::cast)
                .toList();
    }

    private Instant instant(LocalDateTime time) {
        return time.atZone(plans.zone()).toInstant();
    }

    /** What falls into a time and is not called off, as it was written last. */
    static List<Stored> planned(Handle handle, Instant since, Instant until, Set<String> kinds) {
        int most = 20_000;
        List<Stored> found =
                new PlanStore(handle).list(new PlanStore.Question(since, until, kinds, List.of(), "", false, most + 1));
        if (found.size() > most) {
            throw ProblemException.conflict(
                    "TOO_MANY_PLANS", "More than " + most + " plans fall into this time.", "Take a shorter one.");
        }
        return found.stream().filter(stored -> !stored.isCancelled()).toList();
    }

    /**
     * Takes on what was proposed to one's own agency, and agrees to it.
     *
     * @return the tours as they are then, in the order in which they were named
     * @throws ProblemException if one is not there, was changed since, is called off, or misses something
     */
    List<Stored> agree(TourAgreement agreement, Account account) {
        Faults faults = new Faults();
        requireNumber(faults, agreement.tours().size());
        requireOwnPurpose(faults, agreement.purpose(), account);
        faults.require(
                agreement.tours().stream()
                                .map(TourAgreement.Read::id)
                                .distinct()
                                .count()
                        == agreement.tours().size(),
                "tours",
                "name one twice");
        faults.throwIfAny();
        return desk.inTransaction(handle -> {
            List<Stored> current = current(handle, agreement.tours());
            List<Stored> taken = current.stream()
                    .map(stored -> takeOn(handle, stored, agreement.purpose(), account))
                    .toList();
            Faults missing = new Faults();
            for (int i = 0; i < taken.size(); i++) {
                missing.addAll("tours[" + i + "]", PlanService.missing(taken.get(i)));
            }
            missing.throwIfAny();
            List<Stored> agreed = taken.stream()
                    .map(stored -> consent(handle, stored, agreement.publish(), account))
                    .toList();
            Audit.on(handle).done(account.by(), Action.TOUR_AGREED, ids(agreed));
            return agreed;
        });
    }

    static List<String> ids(List<Stored> plans) {
        return plans.stream().map(stored -> stored.id().toString()).toList();
    }

    private static List<Stored> current(Handle handle, List<TourAgreement.Read> tours) {
        PlanStore store = new PlanStore(handle);
        // Always in the same order, so that two who agree at once do not wait for each other.
        tours.stream().map(TourAgreement.Read::id).sorted().forEach(store::lock);
        List<Stored> found = new ArrayList<>();
        Faults faults = new Faults();
        for (int i = 0; i < tours.size(); i++) {
            Stored stored = store.find(tours.get(i).id()).orElse(null);
            String field = "tours[" + i + "]";
            if (stored == null || !stored.kind().equals("tour")) {
                faults.require(false, field, "is no tour, or not there");
                continue;
            }
            faults.require(!stored.isCancelled(), field, "is called off");
            faults.require(stored.version() == tours.get(i).version(), field, "was changed meanwhile");
            found.add(stored);
        }
        if (!faults.all().isEmpty()) {
            throw ProblemException.conflict(
                    "CHANGED_MEANWHILE",
                    "Not all of these tours are as you read them, and nothing was agreed to.",
                    "Read them and decide again.",
                    faults.all());
        }
        return found;
    }

    private Stored takeOn(Handle handle, Stored stored, String purpose, Account account) {
        if (!(stored.plan() instanceof Tour tour)) {
            throw PlanService.notThere();
        }
        Tour taken = tour.takenOnBy(account.agency(), purpose);
        if (taken.equals(tour)) {
            return stored;
        }
        PlanStore store = new PlanStore(handle);
        store.addVersion(stored.id(), stored.version() + 1, taken, Survey.of(taken, ground), plans.zone(), account);
        return PlanService.newest(store, stored.id());
    }

    private static Stored consent(Handle handle, Stored stored, boolean publish, Account account) {
        PlanStore store = new PlanStore(handle);
        store.consent(stored.id(), stored.version(), account);
        Stored agreed = PlanService.newest(store, stored.id());
        boolean isPublished = Integer.valueOf(agreed.version()).equals(agreed.publishedVersion());
        if (!publish || !agreed.isAgreed() || isPublished) {
            return agreed;
        }
        store.publish(agreed.id());
        return PlanService.newest(store, agreed.id());
    }

    /** Tours by beat as somebody may know of them. */
    List<TourStore.Count> count(Account account, Instant since, Instant until, Instant now) {
        return desk.read(handle -> new TourStore(handle)
                .count(since, until, now, account.isPlanner() ? List.of() : account.areas(), account.isPlanner()));
    }
}
