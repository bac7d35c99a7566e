package org.reentryatlas.duplicate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A web address as it is compared: without the scheme, {@code www.} and a closing slash. Directories hold many that a
 * URL parser would refuse.
 */
record WebAddress(String host, String path) {
    private static final Pattern FORM = Pattern.compile("(?:[a-z]{4,5}:/+)?(?:www\\.)?([^/?#]*)/?(.*?)/?");

    static WebAddress of(String url) {
        Matcher matcher = FORM.matcher(Words.plain(url));
        return matcher.matches() ? new WebAddress(matcher.group(1), matcher.group(2)) : new WebAddress("", "");
    }

    boolean isKnown() {
        return !host.isEmpty();
    }
}
