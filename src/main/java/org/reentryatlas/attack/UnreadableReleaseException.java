package org.reentryatlas.attack;

/** A file of a release cannot be had, or is not what it should be; the message names it. */
public final class UnreadableReleaseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableReleaseException(String message) {
        super(message);
    }

    UnreadableReleaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
