package org.reentryatlas.export;

/** A file that cannot be made. The message names what is missing or went wrong, never a value. */
public final class ExportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExportException(String message) {
        super(message);
    }
}
