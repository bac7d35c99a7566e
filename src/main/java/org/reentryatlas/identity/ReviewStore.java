package org.reentryatlas.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;

import static java.util.Objects.requireNonNull;

/** The yearly look at accounts (CJIS Security Policy AC-2): each stays, or is ended. */
public final class ReviewStore {
    private final Database database;
    private final AccountStore accounts;

    /** @param database as the role that the web writes with */
    public ReviewStore(Database database) {
        this.database = database;
        this.accounts = new AccountStore(database);
    }

    /**
     * An account, and when it was looked at last.
     *
     * @param reviewedAt null where nobody has
     * @param dueOn the day, of UTC, up to which somebody should: a year after the last time, or after it was made
     */
    public record Reviewed(AccountStore.Kept kept, @Nullable Instant reviewedAt, String reviewedBy, LocalDate dueOn) {}

    private record Last(@Nullable Instant at, String by, LocalDate dueOn) {}

    /** Those that are not ended, by name. */
    public List<Reviewed> list() {
        Map<UUID, Last> last = database.read(handle -> handle.createQuery(Sql.of(ReviewStore.class, "list-reviews"))
                .map((rs, context) -> {
                    OffsetDateTime at = rs.getObject("made_at", OffsetDateTime.class);
                    return Map.entry(
                            requireNonNull(rs.getObject("id", UUID.class)),
                            new Last(
                                    at == null ? null : at.toInstant(),
                                    rs.getString("made_by"),
                                    requireNonNull(rs.getObject("due_on", LocalDate.class))));
                })
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return accounts.list().stream()
                .filter(kept -> kept.account().revokedAt() == null)
                // One that was made a moment ago comes with the next look.
                .filter(kept -> last.containsKey(kept.account().id()))
                .map(kept -> {
                    Last look = requireNonNull(last.get(kept.account().id()));
                    return new Reviewed(kept, look.at(), look.by(), look.dueOn());
                })
                .toList();
    }

    /** The name of an account that is not ended. */
    public Optional<String> findName(UUID id) {
        return accounts.list().stream()
                .map(AccountStore.Kept::account)
                .filter(account -> account.id().equals(id) && account.revokedAt() == null)
                .map(Account::name)
                .findFirst();
    }

    /** Writes down that it was looked at and stays. */
    public void keep(UUID id, String name, Account by) {
        database.useTransaction(handle -> {
            handle.createUpdate(Sql.of(ReviewStore.class, "insert-review"))
                    .bind("accountId", id)
                    .bind("by", by.id())
                    .execute();
            Audit.on(handle).done(by.by(), Action.ACCOUNT_REVIEWED, name);
        });
    }

    /** Ends it and its sessions. */
    public void end(String name, Account by) {
        accounts.revoke(name, by.by());
    }

    /** Lets it sign in again that nobody used for long, or whose password was tried wrongly too often. */
    public void release(String name, Account by) {
        accounts.release(name, by.by());
    }
}
