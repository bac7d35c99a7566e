package org.reentryatlas.hsds;

/** A record that cannot be kept. Caught by the loop over records, so it carries no stack trace. */
final class Faulty extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Sink.Fault fault;

    Faulty(String field, String code, String advice) {
        super(advice, null, false, false);
        this.fault = new Sink.Fault(field, code, advice);
    }

    Sink.Fault fault() {
        return fault;
    }
}
