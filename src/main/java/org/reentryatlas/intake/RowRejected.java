package org.reentryatlas.intake;

/** One row cannot be kept. Thrown while a row is read and caught by the loop over rows, so it carries no stack trace. */
final class RowRejected extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Reject reject;

    RowRejected(long row, String field, Reason reason, String advice) {
        super(advice, null, false, false);
        this.reject = new Reject(row, field, reason, advice);
    }

    Reject reject() {
        return reject;
    }
}
