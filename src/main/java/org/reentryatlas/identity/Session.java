package org.reentryatlas.identity;

/**
 * An account that is signed in.
 *
 * @param formToken that a page sends back with every change
 */
public record Session(Account account, String formToken) {
    /** The same, from an address. */
    Session from(String client) {
        return new Session(account.from(client), formToken);
    }
}
