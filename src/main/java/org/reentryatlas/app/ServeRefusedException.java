package org.reentryatlas.app;

/** A server that must not start. The message says why. */
final class ServeRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServeRefusedException(String message) {
        super(message);
    }
}
