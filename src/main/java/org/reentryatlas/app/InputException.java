package org.reentryatlas.app;

/** Something on the command line or in the environment that cannot be used. The message names it. */
final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }
}
