package org.reentryatlas.pdf;

/** No font is installed that a PDF may embed. The message says what to install. */
public final class FontMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FontMissingException(String message) {
        super(message);
    }
}
