package org.reentryatlas.audit;

/**
 * Who does something, and from where; never a person under supervision.
 *
 * @param actor an account on the web or a user of the machine; empty for somebody without an account
 * @param place the address of a client, {@code web} or {@code command line}
 */
public record By(String actor, String place) {
    private static final String WEB = "web";

    /** Whoever runs this program on the machine. */
    public static By commandLine() {
        return new By(Entry.line(System.getProperty("user.name", ""), Entry.LONGEST_ACTOR), "command line");
    }

    /** An account on the web. */
    public static By account(String name, String client) {
        return new By(Entry.line(name, Entry.LONGEST_ACTOR), client.isEmpty() ? WEB : client);
    }

    /** Somebody who tries to sign in. */
    public static By client(String client) {
        return account("", client);
    }

    /** Somebody of the public, of whom nothing is noted down. */
    public static By anybody() {
        return new By("", WEB);
    }
}
