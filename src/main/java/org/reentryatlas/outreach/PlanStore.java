package org.reentryatlas.outreach;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Sql;
import org.reentryatlas.http.Json;
import org.reentryatlas.identity.Account;
import org.reentryatlas.identity.Agency;

import static java.util.Objects.requireNonNull;

/** Plans with all their versions, on a handle in a transaction that its maker closes. */
final class PlanStore {
    private final Handle handle;

    PlanStore(Handle handle) {
        this.handle = handle;
    }

    /**
     * Which plans somebody asks for.
     *
     * @param since they end after that
     * @param until they begin before that
     * @param kinds of which kinds
     * @param areas that touch one of these; empty means any
     * @param post or that name this one, in whatever area; empty for none
     * @param published as they are published, and else as they were written last
     */
    record Question(
            Instant since,
            Instant until,
            Set<String> kinds,
            List<String> areas,
            String post,
            boolean published,
            int most) {}

    /** A version, for the history. */
    record Version(int version, Instant madeAt, String author, Agency agency, List<Agency> consents, JsonNode body) {}

    /** What somebody said about a plan. */
    record Remark(String text, Instant madeAt, String author, Agency agency) {}

    UUID add(Plan plan, Findings findings, ZoneId zone, Account account) {
        UUID id = handle.createQuery(Sql.of(PlanStore.class, "insert-plan"))
                .bind("kind", plan.kind())
                .mapTo(UUID.class)
                .one();
        write(id, 1, plan, findings, zone, account);
        return id;
    }

    /** Writes a version after the newest; the plan is locked. */
    void addVersion(UUID id, int version, Plan plan, Findings findings, ZoneId zone, Account account) {
        write(id, version, plan, findings, zone, account);
        handle.createUpdate(Sql.of(PlanStore.class, "set-version"))
                .bind("id", id)
                .bind("version", version)
                .execute();
    }

    private void write(UUID id, int version, Plan plan, Findings findings, ZoneId zone, Account account) {
        handle.createUpdate(Sql.of(PlanStore.class, "insert-version"))
                .bind("id", id)
                .bind("version", version)
                .bind("body", Json.write(plan))
                .bind("findings", Json.write(findings))
                .bind("startsAt", plan.starts().atZone(zone).toOffsetDateTime())
                .bind("endsAt", plan.ends().atZone(zone).toOffsetDateTime())
                .bindArray("areas", String.class, findings.areas())
                .bind("accountId", account.id())
                .execute();
    }

    boolean isEmpty() {
        return !handle.createQuery(Sql.of(PlanStore.class, "is-any-plan"))
                .mapTo(Boolean.class)
                .one();
    }

    /** Keeps others from changing the plan until the transaction ends; whether there is one. */
    boolean lock(UUID id) {
        return handle.createQuery(Sql.of(PlanStore.class, "lock-plan"))
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** As it was written last. */
    Optional<Stored> find(UUID id) {
        return find(id, null);
    }

    /** A version of it; null for the newest. */
    Optional<Stored> find(UUID id, @Nullable Integer version) {
        return handle.createQuery(Sql.of(PlanStore.class, "find-plan"))
                .bind("id", id)
                .bind("version", version)
                .map((rs, context) -> stored(rs))
                .findOne();
    }

    /** As it is published. */
    Optional<Stored> findPublished(UUID id) {
        return handle.createQuery(Sql.of(PlanStore.class, "find-published"))
                .bind("id", id)
                .map((rs, context) -> stored(rs))
                .findOne();
    }

    List<Stored> list(Question question) {
        return handle.createQuery(Sql.of(PlanStore.class, "list-plans"))
                .bind("since", question.since().atOffset(ZoneOffset.UTC))
                .bind("until", question.until().atOffset(ZoneOffset.UTC))
                .bindArray("kinds", String.class, List.copyOf(question.kinds()))
                .bindArray("areas", String.class, question.areas())
                .bind("post", question.post())
                .bind("published", question.published())
                .bind("most", question.most())
                .map((rs, context) -> stored(rs))
                .list();
    }

    List<Version> versions(UUID id) {
        return handle.createQuery(Sql.of(PlanStore.class, "list-versions"))
                .bind("id", id)
                .map((rs, context) -> new Version(
                        rs.getInt("version"),
                        instant(rs, "made_at"),
                        rs.getString("author"),
                        Agency.of(rs.getString("agency")),
                        agencies(rs),
                        Json.read(rs.getString("body"))))
                .list();
    }

    List<Remark> remarks(UUID id) {
        return handle.createQuery(Sql.of(PlanStore.class, "list-remarks"))
                .bind("id", id)
                .map((rs, context) -> new Remark(
                        rs.getString("text"),
                        instant(rs, "made_at"),
                        rs.getString("author"),
                        Agency.of(rs.getString("agency"))))
                .list();
    }

    void remark(UUID id, String text, Account account) {
        handle.createUpdate(Sql.of(PlanStore.class, "insert-remark"))
                .bind("id", id)
                .bind("accountId", account.id())
                .bind("text", text)
                .execute();
    }

    void consent(UUID id, int version, Account account) {
        handle.createUpdate(Sql.of(PlanStore.class, "insert-consent"))
                .bind("id", id)
                .bind("version", version)
                .bind("agency", account.agency().code())
                .bind("accountId", account.id())
                .execute();
    }

    void publish(UUID id) {
        handle.createUpdate(Sql.of(PlanStore.class, "publish-plan"))
                .bind("id", id)
                .execute();
    }

    void cancel(UUID id, String reason, Agency agency) {
        handle.createUpdate(Sql.of(PlanStore.class, "cancel-plan"))
                .bind("id", id)
                .bind("agency", agency.code())
                .bind("reason", reason)
                .execute();
    }

    /** Which agency called it off; empty for a plan that is not, or was before that was kept. */
    Optional<Agency> calledOffBy(UUID id) {
        return handle.createQuery(Sql.of(PlanStore.class, "find-canceller"))
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(Agency::of);
    }

    void reinstate(UUID id) {
        handle.createUpdate(Sql.of(PlanStore.class, "reinstate-plan"))
                .bind("id", id)
                .execute();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        String findings = row.getString("findings");
        return new Stored(
                requireNonNull(row.getObject("id", UUID.class)),
                row.getString("kind"),
                row.getInt("version"),
                row.getInt("shown_version"),
                row.getObject("published_version", Integer.class),
                row.getInt("sequence"),
                row.getString("cancel_reason"),
                instant(row, "changed_at"),
                Json.read(row.getString("body"), Plan.class),
                findings == null ? Findings.NONE : Json.read(findings, Findings.class),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                List.of((String[]) row.getArray("areas").getArray()),
                row.getString("author"),
                agencies(row));
    }

    private static List<Agency> agencies(ResultSet row) throws SQLException {
        return Stream.of((String[]) row.getArray("consents").getArray())
                .map(Agency::of)
                .toList();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
    }
}
