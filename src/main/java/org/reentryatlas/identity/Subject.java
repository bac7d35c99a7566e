package org.reentryatlas.identity;

/**
 * As whom a provider knows somebody, the same for ever: its claim {@code sub}. It is no name of theirs, and none is asked for.
 *
 * @param issuer the provider
 * @param name unique with this provider
 */
public record Subject(String issuer, String name) {
    private static final int MOST = 255;

    public Subject {
        if (name.isBlank() || name.length() > MOST) {
            throw new IllegalArgumentException("the subject that a provider knows has 1 to " + MOST + " characters");
        }
    }
}
