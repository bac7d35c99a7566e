package org.reentryatlas.http;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Strong entity tags (RFC 9110, 8.8.3). */
public final class EntityTag {
    private EntityTag() {}

    /** The tag of a digest. */
    public static String of(String digest) {
        return '"' + digest + '"';
    }

    /** Whether {@code If-None-Match} names the tag: any of its list, compared weakly, or any at all (RFC 9110, 13.1.2). */
    public static boolean isKnown(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && (ifNoneMatch.equals(tag)
                        || Stream.of(ifNoneMatch.split(",", -1))
                                .map(String::strip)
                                .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag)));
    }
}
