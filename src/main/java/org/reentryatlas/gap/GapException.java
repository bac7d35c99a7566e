package org.reentryatlas.gap;

/** Why no gaps can be told, in words for whoever asked. */
public final class GapException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GapException(String message) {
        super(message);
    }

    GapException(String message, Throwable cause) {
        super(message, cause);
    }
}
