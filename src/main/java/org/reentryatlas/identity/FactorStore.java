package org.reentryatlas.identity;

import org.jdbi.v3.core.Handle;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;

/** How accounts sign in beside key and password, as administrators write it down. A change ends the sessions of the account. */
public final class FactorStore {
    private final Database database;

    public FactorStore(Database database) {
        this.database = database;
    }

    /**
     * Asks for a second factor from now on, in the place of any before; whether there is an account of the name.
     *
     * @param usedStep of the code that its owner has shown, which is not taken again
     */
    public boolean setSecondFactor(String name, SecondFactor factor, long usedStep) {
        return database.inTransaction(handle -> {
            AccountStore.update(handle, "delete-second-factor", name);
            int rows = handle.createUpdate(Sql.of(FactorStore.class, "insert-second-factor"))
                    .bind("name", name)
                    .bind("secret", factor.secret())
                    .bind("usedStep", usedStep)
                    .execute();
            return changed(handle, name, rows);
        });
    }

    /** Asks for none any more; whether the account had one. */
    public boolean removeSecondFactor(String name) {
        return database.inTransaction(
                handle -> changed(handle, name, AccountStore.update(handle, "delete-second-factor", name)));
    }

    /**
     * Writes down as whom a provider knows the owner of an account; whether there is one of the name.
     *
     * @throws IllegalArgumentException if another account is known so
     */
    public boolean setSubject(String name, Subject subject) {
        return database.inTransaction(handle -> {
            AccountStore.update(handle, "delete-subject", name);
            return changed(handle, name, insertSubject(handle, name, subject));
        });
    }

    /** In the transaction of who makes the account. */
    static int insertSubject(Handle handle, String name, Subject subject) {
        int rows = handle.createUpdate(Sql.of(FactorStore.class, "insert-subject"))
                .bind("name", name)
                .bind("issuer", subject.issuer())
                .bind("subject", subject.name())
                .execute();
        if (rows == 0
                && handle.createQuery(Sql.of(FactorStore.class, "is-subject-taken"))
                        .bind("issuer", subject.issuer())
                        .bind("subject", subject.name())
                        .mapTo(Boolean.class)
                        .one()) {
            throw new IllegalArgumentException("another account has this subject already");
        }
        return rows;
    }

    /** Forgets it; whether there was one. */
    public boolean removeSubject(String name) {
        return database.inTransaction(
                handle -> changed(handle, name, AccountStore.update(handle, "delete-subject", name)));
    }

    private static boolean changed(Handle handle, String name, int rows) {
        AccountStore.update(handle, "end-sessions-of-account", name);
        return AccountStore.changed(handle, name, rows);
    }
}
