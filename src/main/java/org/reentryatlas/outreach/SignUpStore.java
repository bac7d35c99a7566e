package org.reentryatlas.outreach;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.audit.By;
import org.reentryatlas.db.Sql;
import org.reentryatlas.identity.Account;
import org.reentryatlas.identity.Secret;

/** Who signed up for shifts, by the name they chose, on a handle in a transaction that its maker closes. */
final class SignUpStore {
    private final Handle handle;

    SignUpStore(Handle handle) {
        this.handle = handle;
    }

    /** How many have signed up for each shift of a plan; shifts without anybody are not among them. */
    Map<String, Integer> counts(UUID planId) {
        Map<String, Integer> counts = new HashMap<>();
        handle.createQuery(Sql.of(SignUpStore.class, "count-sign-ups"))
                .bind("planId", planId)
                .map((rs, context) -> Map.entry(rs.getString("shift"), rs.getInt("people")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** Signs somebody up, and answers the code with which they may take it back. */
    String add(UUID planId, String shift, String name) {
        String code = Secret.draw();
        handle.createUpdate(Sql.of(SignUpStore.class, "insert-sign-up"))
                .bind("planId", planId)
                .bind("shift", shift)
                .bind("name", name)
                .bind("codeDigest", Secret.digest(code))
                .execute();
        return code;
    }

    /** A sign-up, for planners. */
    record SignUp(long id, String shift, String name) {}

    /** Those of a plan, by shift, in the order in which they came. */
    List<SignUp> list(UUID planId) {
        return handle.createQuery(Sql.of(SignUpStore.class, "list-sign-ups"))
                .bind("planId", planId)
                .map((rs, context) -> new SignUp(rs.getLong("id"), rs.getString("shift"), rs.getString("name")))
                .list();
    }

    /** Whether there was one of the plan to remove. */
    boolean remove(UUID planId, long id, Account account) {
        boolean isRemoved = handle.createUpdate(Sql.of(SignUpStore.class, "remove-sign-up"))
                        .bind("planId", planId)
                        .bind("id", id)
                        .execute()
                > 0;
        if (isRemoved) {
            Audit.on(handle).done(account.by(), Action.SIGN_UP_REMOVED, planId + "/" + id);
        }
        return isRemoved;
    }

    /** Whether there was a sign-up with the code to take back. Who has the code has no account, and nothing of them is noted down. */
    boolean remove(String code) {
        Optional<String> removed = handle.createQuery(Sql.of(SignUpStore.class, "delete-sign-up"))
                .bind("codeDigest", Secret.digest(code))
                .mapTo(String.class)
                .findOne();
        removed.ifPresent(id -> Audit.on(handle).done(By.anybody(), Action.SIGN_UP_REMOVED, id));
        return removed.isPresent();
    }
}
