package org.reentryatlas.audit;

/** A head or a key that cannot be read, or a head that the key did not sign. The message is for the operator. */
public final class HeadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HeadException(String message) {
        super(message);
    }

    public HeadException(String message, Throwable cause) {
        super(message, cause);
    }
}
