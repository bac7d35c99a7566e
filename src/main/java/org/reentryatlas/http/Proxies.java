package org.reentryatlas.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and under which name: what the connection says, or what a proxy says whose address is one of those that are
 * trusted. Whatever else is claimed in a header counts for nothing.
 */
public final class Proxies {
    private static final Pattern NUMBERS = Pattern.compile("[0-9a-fA-F.:]{2,45}");
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9_][A-Za-z0-9_.-]{0,252}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

    /** What a proxy writes into a request that it passes on, and nobody who asks for oneself. */
    private static final List<String> SAID_BY_PROXIES = List.of(
            "Forwarded",
            "Via",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Proto",
            "X-Forwarded-Server",
            "X-Real-IP");

    private final Networks trusted;
    private final @Nullable String publicUrl;

    /**
     * The proxies in front of the server.
     *
     * @param ranges their addresses, or ranges of them such as {@code 10.0.0.0/8}
     * @param publicUrl what every link begins with, or null for what each request says
     * @throws IllegalArgumentException if one is no range
     */
    public Proxies(List<String> ranges, @Nullable String publicUrl) {
        this.trusted = new Networks(ranges);
        this.publicUrl = publicUrl;
    }

    /**
     * Scheme, host and port under which the client knows this server.
     *
     * @throws ProblemException if the host is none, since links and caches would repeat it
     */
    String serverUrl(Request request) {
        boolean proxied = trusted.contain(neighbour(request));
        String host = claimed(
                request,
                proxied,
                HttpHeader.X_FORWARDED_HOST,
                request.getHeaders().get(HttpHeader.HOST));
        if (host != null && !HOST.matcher(host).matches()) {
            throw ProblemException.badRequest(
                    "HOST_INVALID", "The header Host names no host.", "Send the host and port of the URL.");
        }
        if (publicUrl != null) {
            return publicUrl;
        }
        return (isSecure(request) ? "https://" : "http://")
                + (host == null ? "localhost:" + Request.getLocalPort(request) : host.toLowerCase(Locale.ROOT));
    }

    /** The public name, or null if each request says one. */
    @Nullable
    String publicUrl() {
        return publicUrl;
    }

    /** Whether the client asks over TLS: of us, or of a proxy that is trusted and says so. */
    boolean isSecure(Request request) {
        String scheme = claimed(
                request,
                trusted.contain(neighbour(request)),
                HttpHeader.X_FORWARDED_PROTO,
                request.getHttpURI().getScheme());
        return request.getConnectionMetaData().isSecure() || "https".equalsIgnoreCase(scheme);
    }

    /** What the nearest trusted proxy says, which is the last of all that was said, or else what the request says itself. */
    private static @Nullable String claimed(
            Request request, boolean proxied, HttpHeader header, @Nullable String otherwise) {
        List<String> values = proxied ? request.getHeaders().getCSV(header, false) : List.of();
        return values.isEmpty() ? otherwise : values.get(values.size() - 1);
    }

    /**
     * Who asks.
     *
     * @param address the nearest to us on the way of the request that is not of a trusted proxy, or else the last of one
     * @param isKnown whether the request is that address's own: not where somebody passed it on who is not trusted, or who does
     *     not say for whom
     */
    record Client(InetAddress address, boolean isKnown) {}

    /** Who asks, as far as proxies are trusted. */
    Client client(Request request) {
        InetAddress client = neighbour(request);
        List<String> hops = new ArrayList<>(request.getHeaders().getCSV(HttpHeader.X_FORWARDED_FOR, false));
        if (!trusted.contain(client) || hops.isEmpty()) {
            return new Client(client, !isPassedOn(request));
        }
        while (trusted.contain(client) && !hops.isEmpty()) {
            InetAddress before = address(hops.remove(hops.size() - 1));
            if (before == null) {
                return new Client(client, false);
            }
            client = before;
        }
        return new Client(client, hops.isEmpty());
    }

    /** Whether there are any. */
    public boolean isNone() {
        return trusted.isEmpty();
    }

    private static boolean isPassedOn(Request request) {
        return SAID_BY_PROXIES.stream().anyMatch(request.getHeaders()::contains);
    }

    private static InetAddress neighbour(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress socket
                        && socket.getAddress() != null
                ? socket.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    /** In brackets an address is never looked up as a name; one of IPv4 is written as one of IPv6 for that. */
    private static @Nullable InetAddress address(String hop) {
        try {
            String host = new HostPort(hop).getHost().replaceAll("[\\[\\]]", "");
            if (NUMBERS.matcher(host).matches()) {
                return InetAddress.getByName("[" + (host.indexOf(':') < 0 ? "::ffff:" + host : host) + "]");
            }
        } catch (IllegalArgumentException | UnknownHostException e) {
            // Falls through: it is no address.
        }
        return null;
    }
}
