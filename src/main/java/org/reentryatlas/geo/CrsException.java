package org.reentryatlas.geo;

/** A coordinate reference system that is unknown, or coordinates that it cannot carry. The message is for the user. */
public final class CrsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CrsException(String message) {
        super(message);
    }
}
