package org.reentryatlas.geo;

/** A text that is not the well-known text of a geometry. The message is for the user and holds no part of it. */
public final class WktException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WktException(String message) {
        super(message);
    }
}
