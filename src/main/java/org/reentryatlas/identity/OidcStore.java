package org.reentryatlas.identity;

import java.util.Optional;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;
import org.reentryatlas.http.ProblemException;

/** Sign-ins that a provider has not answered yet: each is taken once, by the browser that began, within ten minutes. */
public final class OidcStore {
    /** A whole agency may come from one address, and nobody signs in so often. */
    private static final int MOST_OF_CLIENT = 500;

    private final Database database;

    public OidcStore(Database database) {
        this.database = database;
    }

    /**
     * Keeps that one began.
     *
     * @param page where it goes on
     * @param client address of who asks
     * @throws ProblemException 503 if as many began from there as are kept
     */
    void begin(OidcAttempt attempt, String page, String client) {
        int begun = database.inTransaction(handle -> {
            handle.createUpdate(Sql.of(OidcStore.class, "delete-old-attempts")).execute();
            return handle.createUpdate(Sql.of(OidcStore.class, "insert-attempt"))
                    .bind("stateDigest", Secret.digest(attempt.state()))
                    .bind("browserDigest", Secret.digest(attempt.browser()))
                    .bind("client", Secret.digest(client))
                    .bind("page", page)
                    .bind("most", MOST_OF_CLIENT)
                    .execute();
        });
        if (begun == 0) {
            throw ProblemException.unavailable("Too many began to sign in from where you are, and did not go on.");
        }
    }

    /** One that began in this browser, which nobody takes again. */
    Optional<Begun> take(OidcAttempt attempt) {
        return database.inTransaction(handle -> handle.createQuery(Sql.of(OidcStore.class, "take-attempt"))
                .bind("stateDigest", Secret.digest(attempt.state()))
                .bind("browserDigest", Secret.digest(attempt.browser()))
                .map((rs, context) -> new Begun(rs.getString("page"), rs.getBoolean("is_fresh")))
                .findOne());
    }

    /**
     * What was kept of one.
     *
     * @param page where it goes on
     * @param isFresh whether its ten minutes are not over
     */
    record Begun(String page, boolean isFresh) {}
}
