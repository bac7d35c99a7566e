package org.reentryatlas.http;

/** The server cannot listen where it is told to. The message says what to do. */
public final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTakenException(ServerSettings settings, Throwable cause) {
        super(
                "port " + settings.port() + " of " + settings.host() + " is taken or may not be listened to;"
                        + " choose another by --port or server.port",
                cause);
    }
}
