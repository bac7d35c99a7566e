package org.reentryatlas.table;

/** A file that cannot be read as a table. The message names the file, the fault and the remedy, never a value. */
public final class TableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TableException(String message) {
        super(message);
    }
}
