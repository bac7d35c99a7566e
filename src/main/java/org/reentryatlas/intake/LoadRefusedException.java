package org.reentryatlas.intake;

/** A load that kept nothing; the database is as it was. The message names the file, the place and the remedy. */
public final class LoadRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LoadRefusedException(String message) {
        super(message);
    }
}
