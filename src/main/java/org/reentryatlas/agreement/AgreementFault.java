package org.reentryatlas.agreement;

/** An agreement that cannot be taken, or does not allow what somebody does. The message is for whoever gave the command. */
public final class AgreementFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AgreementFault(String message) {
        super(message);
    }
}
