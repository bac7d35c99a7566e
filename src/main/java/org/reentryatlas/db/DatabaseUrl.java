package org.reentryatlas.db;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** The address of a database server. */
final class DatabaseUrl {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[?[0-9A-Fa-f]*:[0-9A-Fa-f:.]*]?");

    private DatabaseUrl() {}

    /**
     * The same, where a server on another machine is asked over TLS alone and must show a certificate of its name; by itself the driver would
     * do without when the server has none. Whoever says something else in the address ({@code sslmode}, {@code ssl}) knows the network.
     */
    static String secured(String url) {
        Properties parsed = Driver.parseURL(url, null);
        if (parsed == null
                || PGProperty.SSL_MODE.isPresent(parsed)
                || PGProperty.SSL.isPresent(parsed)
                || Stream.of(parsed.getProperty("PGHOST", "").split(",")).allMatch(DatabaseUrl::isHere)) {
            return url;
        }
        return url + (url.indexOf('?') < 0 ? "?" : "&") + "sslmode=verify-full";
    }

    /** Nothing is looked up: a name that leads to this machine today may lead elsewhere tomorrow. */
    private static boolean isHere(String host) {
        if (host.isEmpty() || host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return LITERAL.matcher(host).matches()
                    && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
