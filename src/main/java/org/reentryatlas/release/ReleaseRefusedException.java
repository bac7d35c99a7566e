package org.reentryatlas.release;

/** Nothing was published; what is public stays. The message says why and what to do. */
public final class ReleaseRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReleaseRefusedException(String message) {
        super(message);
    }
}
