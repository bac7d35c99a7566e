package org.reentryatlas.db;

/** A bulk copy that the database did not take; its transaction cannot commit. */
public final class CopyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CopyException(String message, Throwable cause) {
        super(message, cause);
    }
}
