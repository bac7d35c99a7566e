package org.reentryatlas.identity;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The provider of an agency (OpenID Connect) and what is asked of it.
 *
 * @param issuer as which it names itself, and where its description is found
 * @param clientId as which it knows this server
 * @param clientSecret by which; null where PKCE alone has to do
 * @param callback where it sends browsers back to, of the configured public address
 * @param label of the button; null for a common one
 * @param algorithms by which ID tokens may be signed
 * @param requiredAcr of which the sign-in must have been one; empty for any
 * @param requiredAmr of which one must have been used; empty for any
 * @param maxAge how long ago somebody may have signed in there; null for as long as the provider likes
 */
public record OidcSettings(
        String issuer,
        String clientId,
        @Nullable String clientSecret,
        URI callback,
        @Nullable String label,
        Set<String> algorithms,
        List<String> requiredAcr,
        List<String> requiredAmr,
        @Nullable Duration maxAge) {
    /** Those with a key pair: none without a signature, and none for which the client's own secret would be the key. */
    public static final List<String> ALGORITHMS =
            List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

    /** Where {@link #callback} is on this server. */
    public static final String CALLBACK_PATH = "/session/oidc/callback";

    public OidcSettings {
        requireTrusted(URI.create(issuer));
        requireSafe(algorithms);
        algorithms = Set.copyOf(algorithms);
        requiredAcr = List.copyOf(requiredAcr);
        requiredAmr = List.copyOf(requiredAmr);
    }

    /**
     * Makes sure that nobody on the way can read or change what is said: it is TLS, or stays on the machine.
     *
     * @throws IllegalArgumentException if not
     */
    public static void requireTrusted(URI address) {
        String host = address.getHost();
        boolean isHere = "localhost".equals(host) || "127.0.0.1".equals(host) || "[::1]".equals(host);
        boolean isTrusted = "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && isHere);
        if (host == null || !isTrusted || address.getUserInfo() != null || address.getFragment() != null) {
            throw new IllegalArgumentException("must be an address that begins with https://");
        }
    }

    /**
     * Makes sure that these are algorithms with which nobody but the provider signs.
     *
     * @throws IllegalArgumentException if not, or if there is none
     */
    public static void requireSafe(Set<String> algorithms) {
        if (algorithms.isEmpty() || !ALGORITHMS.containsAll(algorithms)) {
            throw new IllegalArgumentException("must be of " + String.join(", ", ALGORITHMS));
        }
    }

    /** The same with the client's secret. */
    public OidcSettings withSecret(String secret) {
        return new OidcSettings(
                issuer, clientId, secret, callback, label, algorithms, requiredAcr, requiredAmr, maxAge);
    }

    @Override
    public String toString() {
        return "OidcSettings[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
