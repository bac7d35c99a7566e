package org.reentryatlas.http;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;

/** Addresses and networks of them. */
public final class Networks {
    /** All four numbers of an address of IPv4: with fewer it would be read as one that hardly anybody means. */
    private static final Pattern RANGE =
            Pattern.compile("([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F.:]*)(/[0-9]{1,3})?");

    private final InetAddressSet addresses = new InetAddressSet();

    /**
     * All of them together.
     *
     * @param ranges addresses, or ranges of them such as {@code 10.0.0.0/8}
     * @throws IllegalArgumentException if one is no range, with its text
     */
    public Networks(List<String> ranges) {
        for (String range : ranges) {
            if (!RANGE.matcher(range).matches()) {
                throw new IllegalArgumentException("'" + range + "' is no address and no range such as 10.0.0.0/8");
            }
            addresses.add(range);
        }
    }

    boolean isEmpty() {
        return addresses.isEmpty();
    }

    boolean contain(InetAddress address) {
        return addresses.test(address);
    }
}
