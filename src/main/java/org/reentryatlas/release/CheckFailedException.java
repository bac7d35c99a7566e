package org.reentryatlas.release;

/** A check found something that is not as it was published. The message names the first such thing. */
public final class CheckFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CheckFailedException(String message) {
        super(message);
    }
}
