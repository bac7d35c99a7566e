package org.reentryatlas.db;

/** The database server cannot be reached, or refuses the role. The message is for the operator. */
public final class DatabaseUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
