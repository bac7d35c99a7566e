package org.reentryatlas.protect;

/** Protection that could not be brought about or proved. Nothing may be published then. */
public final class ProtectionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProtectionException(String message) {
        super(message);
    }
}
