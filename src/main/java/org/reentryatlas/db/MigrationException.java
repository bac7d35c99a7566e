package org.reentryatlas.db;

/** A migration that did not run; the database is as it was. The message is for the operator. */
public final class MigrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MigrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
