package org.reentryatlas.release;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Sql;
import org.reentryatlas.protect.ProtectionException;

/** Reads what the steward knows of a release, in the transaction of the handle it is given. */
public final class AccountStore {
    private record Head(
            String id,
            LocalDate referenceDate,
            Instant publishedAt,
            @Nullable String belowGate,
            ReleaseAccount.Input caseload) {}

    private record Counts(String level, String measure, int cells, int shown, int hidden, int zero) {}

    private final Handle handle;

    public AccountStore(Handle handle) {
        this.handle = handle;
    }

    /**
     * The account of a release.
     *
     * @param release its name, or a reference date, which means the newest release of that date
     * @throws ReleaseRefusedException if there is no such release, or no audit of it
     * @throws ProtectionException if the audit does not fit what is public
     */
    public ReleaseAccount find(String release) {
        Head head = findHead(release)
                .orElseThrow(() -> new ReleaseRefusedException(
                        "no release " + release + " is published; name one such as 2026-06-30.1, or its date"));
        AuditSummary audit = new AuditStore(handle)
                .find(head.id())
                .orElseThrow(() -> new ReleaseRefusedException("of release " + head.id()
                        + " no audit was kept: it was published by an older version of this program"));
        requireFit(head.id(), audit);
        return new ReleaseAccount(
                head.id(),
                head.referenceDate(),
                head.publishedAt(),
                new JointStore(handle).listJointWith(head.id()),
                listBoundaries(head.id()),
                head.caseload(),
                head.belowGate(),
                listMeasures(),
                countMarked(head.id()),
                audit);
    }

    /** A report must not state figures that anybody can see to be wrong. */
    private void requireFit(String releaseId, AuditSummary audit) {
        Set<Counts> kept = new HashSet<>();
        for (AuditSummary.Cells line : audit.cells()) {
            kept.add(new Counts(line.level(), line.measure(), line.cells(), line.shown(), line.hidden(), line.zero()));
        }
        Set<Counts> published = new HashSet<>(handle.createQuery(Sql.of(AccountStore.class, "count-cells"))
                .bind("releaseId", releaseId)
                .map((rs, context) -> new Counts(
                        rs.getString("level"),
                        rs.getString("measure"),
                        rs.getInt("cells"),
                        rs.getInt("shown"),
                        rs.getInt("hidden"),
                        rs.getInt("zero")))
                .list());
        if (!kept.equals(published)) {
            throw new ProtectionException("the audit that was kept of release " + releaseId
                    + " does not fit the cells that are public; one of the two was changed since");
        }
    }

    private Optional<Head> findHead(String release) {
        return handle.createQuery(Sql.of(AccountStore.class, "find-account"))
                .bind("release", release)
                .map((rs, context) -> new Head(
                        rs.getString("id"),
                        rs.getObject("reference_date", LocalDate.class),
                        rs.getTimestamp("published_at").toInstant(),
                        rs.getString("below_gate"),
                        new ReleaseAccount.Input(
                                rs.getString("source"), rs.getString("fingerprint"), rs.getLong("rows_read"))))
                .findOne();
    }

    private List<ReleaseAccount.Boundaries> listBoundaries(String releaseId) {
        return handle.createQuery(Sql.of(AccountStore.class, "list-boundaries-of-release"))
                .bind("releaseId", releaseId)
                .map((rs, context) -> new ReleaseAccount.Boundaries(
                        rs.getString("source"),
                        rs.getObject("valid_from", LocalDate.class),
                        strings(rs.getArray("levels"))))
                .list();
    }

    private Map<String, String> listMeasures() {
        Map<String, String> titles = new LinkedHashMap<>();
        handle.createQuery(Sql.of(AccountStore.class, "list-measure-titles"))
                .map((rs, context) -> Map.entry(rs.getString("code"), rs.getString("title")))
                .forEach(entry -> titles.put(entry.getKey(), entry.getValue()));
        return titles;
    }

    private Map<String, Integer> countMarked(String releaseId) {
        Map<String, Integer> marked = new TreeMap<>();
        handle.createQuery(Sql.of(AccountStore.class, "count-flags"))
                .bind("releaseId", releaseId)
                .map((rs, context) -> Map.entry(rs.getString("level"), rs.getInt("areas")))
                .forEach(entry -> marked.put(entry.getKey(), entry.getValue()));
        return marked;
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
