package org.reentryatlas.release;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.address.AddressClass;
import org.reentryatlas.address.HitRate;
import org.reentryatlas.agreement.AgreementFault;
import org.reentryatlas.agreement.AgreementStore;
import org.reentryatlas.agreement.Terms;
import org.reentryatlas.approval.Draft;
import org.reentryatlas.approval.Proposal;
import org.reentryatlas.approval.ProposalStore;
import org.reentryatlas.attack.Proof;
import org.reentryatlas.attack.ProofCheck;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.boundary.Level;
import org.reentryatlas.db.Database;
import org.reentryatlas.protect.CellSystem;
import org.reentryatlas.protect.Policy;
import org.reentryatlas.protect.Protection;
import org.reentryatlas.protect.ProtectionException;
import org.reentryatlas.protect.Published;
import org.reentryatlas.protect.Rounding;
import org.reentryatlas.supervision.Caseload;
import org.reentryatlas.supervision.CaseloadStore;

/** Makes releases. Each is one transaction: what fails on the way leaves what is public as it was. */
public final class ReleaseService {
    private static final Level BASE = Layers.BASE;
    private static final String IN_AREA = "in_area";

    /** Why somebody under supervision is on no map. */
    private static final List<String> NOT_MAPPED = Stream.concat(
                    Stream.of(AddressClass.values())
                            .filter(addressClass -> !addressClass.isPlaced())
                            .map(AddressClass::code),
                    Stream.of("in_no_area", "in_no_atom"))
            .toList();

    private final Database database;
    private final Policy policy;
    private final Exports exports;
    private final boolean isSigned;

    /**
     * On the database as the steward.
     *
     * @param isSigned whether each release is signed by two people before it is public, whatever its agreement asks
     */
    public ReleaseService(Database database, Policy policy, Exports exports, boolean isSigned) {
        this.database = database;
        this.policy = policy;
        this.exports = exports;
        this.isSigned = isSigned;
    }

    /** Whether a release of the date is public. */
    public boolean isPublic(LocalDate asOf) {
        return database.read(
                handle -> !new JointStore(handle).listReleases(asOf).isEmpty());
    }

    /**
     * Publishes the caseload of a reference date.
     *
     * @param belowGate why it is published even if too few addresses were found, or null to refuse that
     * @param progress is told each step in words
     * @throws ReleaseRefusedException if something is missing, too few addresses were found, or other numbers of the date
     *     are public already
     * @throws ProtectionException if the numbers cannot be protected
     * @throws AgreementFault if no agreement allows it
     */
    public Release publish(LocalDate asOf, @Nullable String belowGate, Consumer<String> progress) {
        exports.require();
        return database.inTransaction(handle -> publish(asOf, belowGate, progress, handle, false));
    }

    /**
     * Makes a release as {@link #publish} does, and keeps it to be signed instead of publishing it: what follows from the
     * same data is the same, so that two people sign what {@link #publish} will make.
     *
     * @param report is given what the steward knows of it; answers the SHA-256 of the report that it wrote, or null
     * @return by which what was prepared is named
     * @throws ReleaseRefusedException as {@link #publish} does, and if the very same numbers are public already
     * @throws ProtectionException if the numbers cannot be protected
     * @throws AgreementFault if no agreement allows it
     */
    public Prepared prepare(
            LocalDate asOf,
            @Nullable String belowGate,
            Function<ReleaseAccount, @Nullable String> report,
            Consumer<String> progress) {
        exports.require();
        return database.inTransaction(handle -> {
            Made made = Database.undone(handle, tried -> make(asOf, belowGate, report, progress, tried));
            UUID id = new ProposalStore(handle).add(made.draft());
            String name = Proposal.name(made.release().id(), made.draft().digest());
            if (made.draft().reportDigest() != null) {
                Audit.on(handle).done(Action.REPORT_WRITTEN, name);
            }
            Audit.on(handle).done(Action.RELEASE_PREPARED, name);
            return new Prepared(id, made.release(), made.draft().digest());
        });
    }

    private record Made(Release release, Draft draft) {}

    private Made make(
            LocalDate asOf,
            @Nullable String belowGate,
            Function<ReleaseAccount, @Nullable String> report,
            Consumer<String> progress,
            Handle handle) {
        Release release = publish(asOf, belowGate, progress, handle, true);
        if (!release.isNew()) {
            throw new ReleaseRefusedException(
                    "release " + release.id() + " is public already with these very numbers: there is nothing to sign");
        }
        String reportDigest = report.apply(new AccountStore(handle).find(release.id()));
        return new Made(release, Signatures.draft(release, reportDigest, handle));
    }

    /**
     * What is to be signed.
     *
     * @param digest SHA-256 of its release.json
     */
    public record Prepared(UUID id, Release release, String digest) {}

    private Release publish(
            LocalDate asOf, @Nullable String belowGate, Consumer<String> progress, Handle handle, boolean isDraft) {
        ReleaseStore store = new ReleaseStore(handle);
        store.lock();
        Layers own = Layers.on(asOf, handle);
        Caseload caseload = new CaseloadStore(handle)
                .find(asOf)
                .orElseThrow(() -> new ReleaseRefusedException(
                        "no caseload of %s is loaded: run 'atlas load caseload FILE --as-of %s' first"
                                .formatted(asOf, asOf)));
        Terms terms = new Terms(handle);
        Optional<AgreementStore.Kept> agreed = terms.forRelease(caseload.id(), policy.k());
        SameDate date = SameDate.of(asOf, own, handle);
        date.require(caseload.id(), policy, handle);
        Signatures signatures = new Signatures(handle, !isDraft && date.same().isEmpty() && isSigned(agreed));
        signatures.requireApproved(asOf);
        Layers layers = own.beside(date.layers());
        if (!store.isAnswerable(caseload.id(), layers)) {
            throw new ReleaseRefusedException("the raw addresses of the caseload of " + asOf
                    + " are purged, and the areas that were kept are not those of the boundaries that hold now:"
                    + " load the caseload again");
        }
        Optional<Caseload> before = before(date, store).flatMap(new CaseloadStore(handle)::find);
        List<Measure> measures = store.listMeasures(before.isPresent());
        Standing standing = Standing.of(date.jointWith(), store);
        Counted counted = Counted.of(date, layers, standing, caseload, before, progress, handle);
        AreaTable table = counted.table();
        standing.require(table, measures, policy);
        progress.accept("protecting the numbers and attacking the result");
        Optional<String> same = date.same();
        Earlier earlier = Earlier.of(asOf, same, standing, store, new Rounding(policy));
        CellSystem system = table.system(measures, earlier.cells());
        long started = System.nanoTime();
        Protection.Outcome outcome = new Protection(policy, progress).protect(system);
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        Map<CellKey, Published> cells = new LinkedHashMap<>();
        for (int i = 0; i < table.ownKeys().size(); i++) {
            cells.put(table.ownKeys().get(i), outcome.cells().get(i));
        }
        Map<String, Long> outcomes = store.countOutcomes();
        HitRate hitRate = HitRateGate.rate(outcomes);
        HitRateGate.require(asOf, hitRate, belowGate);
        Map<String, Long> reconciliation = reconcile(caseload, outcomes, table, cells);
        if (same.isPresent()) {
            requireSame(asOf, store.cells(same.get()), cells);
            return release(same.get(), date, false, table, cells, outcome, counted.overlay(), reconciliation);
        }
        String id = date.nextId();
        store.insertRelease(
                id,
                asOf,
                layers.beats().id(),
                policy,
                HitRateGate.isPassed(hitRate) ? null : belowGate,
                before.map(Caseload::referenceDate).orElse(null));
        agreed.ifPresent(kept -> terms.noteRelease(id, kept));
        store.insertSets(id, layers, table.areas());
        store.insertCells(id, cells, earlier.cells());
        store.insertFlags(id, HitRateGate.areasBelow(table, store.countUnlocated(), cells));
        store.insertNotMapped(id, standing.notMapped(notMapped(outcomes, earlier), outcomes, policy));
        store.insertReconciliation(id, caseload.id(), reconciliation);
        Proof proof = new Proofs(table, system, counted.atoms(), counted.lines()).of(outcome);
        Optional<ProofCheck.Nearest> nearest = new Ledger(handle, exports)
                .enter(id, policy, caseload.id(), counted.lines(), audit(outcome), proof, progress);
        new AuditStore(handle)
                .insert(id, new AuditSummaries(policy, table).of(system, outcome, nearest, took, reconciliation));
        signatures.note(asOf, id);
        Audit.on(handle).done(Action.RELEASE_PUBLISHED, id);
        return release(id, date, true, table, cells, outcome, counted.overlay(), reconciliation);
    }

    private boolean isSigned(Optional<AgreementStore.Kept> agreed) {
        return isSigned
                || agreed.filter(kept -> kept.agreement().outputRule().review()).isPresent();
    }

    /** All releases of a date are new since the same day, whatever was published in between. */
    private static Optional<LocalDate> before(SameDate date, ReleaseStore store) {
        Optional<String> standing =
                date.same().or(() -> date.jointWith().stream().findFirst());
        return standing.map(store::findNewSince).orElseGet(() -> store.findDateBefore(date.asOf()));
    }

    /** Two sets of numbers for one date could be subtracted from each other, which no audit of either would see. */
    private static void requireSame(LocalDate asOf, Map<CellKey, Published> old, Map<CellKey, Published> cells) {
        if (!old.equals(new HashMap<>(cells))) {
            throw new ReleaseRefusedException("a release of " + asOf + " is public already, with other numbers;"
                    + " a second one of the same date would let readers compare the two. Nothing was published: load the file"
                    + " of the first release again, or publish another reference date");
        }
    }

    /** Every row of the caseload's file ends in exactly one outcome. */
    private static Map<String, Long> reconcile(
            Caseload caseload, Map<String, Long> outcomes, AreaTable table, Map<CellKey, Published> cells) {
        Map<String, Long> people = new TreeMap<>(outcomes);
        people.remove(IN_AREA);
        cells.forEach((key, published) -> {
            if (key.measure().equals(AreaTable.PEOPLE) && table.area(key).level() == BASE) {
                people.merge(
                        published instanceof Published.Hidden ? "hidden" : "shown",
                        (long) table.people(key),
                        Long::sum);
            }
        });
        long faulty = caseload.rowsRejected() - caseload.rowsNotCurrent();
        if (faulty > 0) {
            people.put("rejected_at_load", faulty);
        }
        if (caseload.rowsNotCurrent() > 0) {
            people.put("not_current_residence", caseload.rowsNotCurrent());
        }
        long sum = people.values().stream().mapToLong(Long::longValue).sum();
        if (sum != caseload.rowsRead()) {
            throw new IllegalStateException(
                    "the caseload had %d rows and %d are accounted for".formatted(caseload.rowsRead(), sum));
        }
        return people;
    }

    /** The figures of the audit, in one line; what the solvers proved of each bound stays out of it. */
    private static String audit(Protection.Outcome outcome) {
        return "%d cells hidden for what they hold, %d for their sake; %d bounds hold, witnessed by %d worlds"
                .formatted(
                        outcome.primary(),
                        outcome.complementary(),
                        outcome.demands(),
                        outcome.worlds().size());
    }

    /** How many people are on no map, by why; protected by the same threshold and rounding. */
    private Map<String, Published> notMapped(Map<String, Long> outcomes, Earlier earlier) {
        Rounding rounding = new Rounding(policy);
        Map<String, Published> published = new TreeMap<>();
        for (String outcome : NOT_MAPPED) {
            int count = Math.toIntExact(outcomes.getOrDefault(outcome, 0L));
            // Nobody and a few people look the same, and so no outcome is ever left out.
            published.put(
                    outcome,
                    count < policy.k()
                            ? Published.HIDDEN
                            : new Published.Shown(rounding.round(count, earlier.notMapped(outcome))));
        }
        return published;
    }

    private static Release release(
            String id,
            SameDate date,
            boolean isNew,
            AreaTable table,
            Map<CellKey, Published> cells,
            Protection.Outcome outcome,
            Overlay overlay,
            Map<String, Long> reconciliation) {
        Map<String, Integer> counts = new TreeMap<>();
        cells.forEach((key, published) ->
                counts.merge(table.area(key).level().code() + "." + ReleaseStore.status(published), 1, Integer::sum));
        return new Release(
                id, date.asOf(), date.jointWith(), isNew, counts, outcome.demands(), overlay, reconciliation);
    }
}
