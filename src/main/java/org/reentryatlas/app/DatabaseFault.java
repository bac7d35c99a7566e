package org.reentryatlas.app;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the operator is told of a fault that came from the database and not from what it was asked. */
final class DatabaseFault {
    private static final String DISK_FULL = "53100";
    private static final String LOCKED = "55P03";
    private static final String TOO_LONG = "57014";
    /** Connection exceptions, and a server that was told to stop, has crashed or begins. */
    private static final Pattern CONNECTION_LOST = Pattern.compile("08...|57P0[123]");

    private DatabaseFault() {}

    /** In words, with what to do; empty if it is none that an operator could do something about. */
    static Optional<String> of(Exception e) {
        SQLException fault = find(e);
        if (fault == null) {
            return Optional.empty();
        }
        String state = String.valueOf(fault.getSQLState());
        if (state.equals(DISK_FULL)) {
            return Optional.of("the disk of the database server is full; nothing was changed."
                    + " Make room there and give the same command again");
        }
        if (state.equals(LOCKED)) {
            return Optional.of(
                    "another command has been at work on the same data for nine minutes; nothing was changed."
                            + " Let it end, or end it, and give the same command again");
        }
        if (state.equals(TOO_LONG)) {
            return Optional.of("the database took longer than ten minutes for one step, or was told to give it up;"
                    + " nothing was changed. See what else it is doing, and give the same command again");
        }
        if (fault instanceof SQLTransientConnectionException
                || CONNECTION_LOST.matcher(state).matches()) {
            // It may have been lost in the very moment of the commit, so nothing is said of what is kept.
            return Optional.of(
                    "the connection to the database server broke off, or it does not answer any more; its log says"
                            + " why, a full disk can be it. Nothing is kept by half: give the same command again, which also says"
                            + " what is there already");
        }
        return Optional.empty();
    }

    /** The code of the fault, or null. */
    static @Nullable String sqlState(Exception e) {
        SQLException fault = find(e);
        return fault == null ? null : fault.getSQLState();
    }

    private static @Nullable SQLException find(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
