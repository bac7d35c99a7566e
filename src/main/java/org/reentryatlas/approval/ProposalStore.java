package org.reentryatlas.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Sql;

import static java.util.Objects.requireNonNull;

/** What was prepared and decided, on a handle in a transaction that its maker closes. */
public final class ProposalStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};

    private static final String CHECK_VIOLATION = "23514";
    private static final String UNIQUE_VIOLATION = "23505";

    private record Decided(UUID proposalId, Proposal.Decision decision) {}

    private final Handle handle;

    public ProposalStore(Handle handle) {
        this.handle = handle;
    }

    /** Keeps what was prepared; whatever was of the same date does not count any more. */
    public UUID add(Draft draft) {
        UUID id = handle.createQuery(Sql.of(ProposalStore.class, "insert-proposal"))
                .bind("referenceDate", draft.referenceDate())
                .bind("releaseId", draft.releaseId())
                .bind("digest", draft.digest())
                .bind("reportDigest", draft.reportDigest())
                .bind("agreement", draft.agreement())
                .bind("cells", written(draft.cells()))
                .bind("preparedBy", draft.preparedBy())
                .mapTo(UUID.class)
                .one();
        PreparedBatch batch = handle.prepareBatch(Sql.of(ProposalStore.class, "insert-file"));
        for (PreparedFile file : draft.files()) {
            batch.bind("proposalId", id)
                    .bind("name", file.name())
                    .bind("mediaType", file.mediaType())
                    .bind("content", file.content())
                    .add();
        }
        batch.execute();
        return id;
    }

    private static String written(Map<String, Integer> cells) {
        try {
            return JSON.writeValueAsString(cells);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts of cells cannot be written", e);
        }
    }

    /** All of them, the newest first. */
    public List<Proposal> list() {
        Map<UUID, List<Proposal.Decision>> decisions = new HashMap<>();
        handle.createQuery(Sql.of(ProposalStore.class, "list-decisions"))
                .map((rs, context) -> new Decided(
                        requireNonNull(rs.getObject("proposal_id", UUID.class)),
                        new Proposal.Decision(
                                Proposal.Verdict.of(rs.getString("what")),
                                rs.getString("account"),
                                rs.getString("remark"),
                                instant(rs, "made_at"))))
                .forEach(decided -> decisions
                        .computeIfAbsent(decided.proposalId(), id -> new ArrayList<>())
                        .add(decided.decision()));
        return handle.createQuery(Sql.of(ProposalStore.class, "list-proposals"))
                .map((rs, context) -> proposal(rs, decisions))
                .list();
    }

    public Optional<Proposal> find(UUID id) {
        return list().stream().filter(proposal -> proposal.id().equals(id)).findFirst();
    }

    /** The one of a date that counts, unless it was sent back or is public. */
    public Optional<Proposal> findOpen(LocalDate referenceDate) {
        return list().stream()
                .filter(proposal -> proposal.referenceDate().equals(referenceDate))
                .findFirst()
                .filter(proposal ->
                        proposal.state() != Proposal.State.SENT_BACK && proposal.state() != Proposal.State.PUBLISHED);
    }

    private static Proposal proposal(ResultSet row, Map<UUID, List<Proposal.Decision>> decisions) throws SQLException {
        UUID id = requireNonNull(row.getObject("id", UUID.class));
        try {
            return new Proposal(
                    id,
                    requireNonNull(row.getObject("reference_date", LocalDate.class)),
                    row.getString("release_id"),
                    row.getString("digest"),
                    row.getString("report_digest"),
                    row.getString("agreement"),
                    JSON.readValue(row.getString("cells"), COUNTS),
                    instant(row, "prepared_at"),
                    row.getString("prepared_by"),
                    Proposal.State.of(row.getString("state")),
                    decisions.getOrDefault(id, List.of()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts of cells cannot be read", e);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
    }

    /** A file that would be published, if there is one of the name. */
    public Optional<PreparedFile> findFile(UUID proposalId, String name) {
        return handle.createQuery(Sql.of(ProposalStore.class, "find-file"))
                .bind("proposalId", proposalId)
                .bind("name", name)
                .map((rs, context) ->
                        new PreparedFile(rs.getString("name"), rs.getString("media_type"), rs.getBytes("content")))
                .findOne();
    }

    /** The names of the files of one, in their order. */
    public List<String> listFiles(UUID proposalId) {
        return handle.createQuery(Sql.of(ProposalStore.class, "list-files"))
                .bind("proposalId", proposalId)
                .mapTo(String.class)
                .list();
    }

    /**
     * Decides about one; false if where it stands, or the account, does not allow that.
     *
     * @param accountId the database looks up what it is for and whether it decided before
     */
    public boolean decide(UUID proposalId, Proposal.Verdict verdict, UUID accountId, String remark) {
        try {
            handle.createUpdate(Sql.of(ProposalStore.class, "insert-decision"))
                    .bind("proposalId", proposalId)
                    .bind("what", verdict.code())
                    .bind("accountId", accountId)
                    .bind("remark", remark)
                    .execute();
            return true;
        } catch (UnableToExecuteStatementException e) {
            if (isRefused(e)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isRefused(UnableToExecuteStatementException e) {
        @Nullable Throwable cause = e.getCause();
        return cause instanceof SQLException sql
                && (CHECK_VIOLATION.equals(sql.getSQLState()) || UNIQUE_VIOLATION.equals(sql.getSQLState()));
    }

    /** Notes that it is public now, which the database refuses unless it was approved. */
    public void notePublished(UUID proposalId, String releaseId) {
        handle.createUpdate(Sql.of(ProposalStore.class, "insert-publication"))
                .bind("proposalId", proposalId)
                .bind("releaseId", releaseId)
                .execute();
    }
}
