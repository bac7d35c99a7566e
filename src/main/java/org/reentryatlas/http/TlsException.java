package org.reentryatlas.http;

/** A certificate or key with which no server can be reached. The message names the setting and the file, and says what to do. */
public final class TlsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TlsException(String message) {
        super(message);
    }

    TlsException(String message, Throwable cause) {
        super(message, cause);
    }
}
