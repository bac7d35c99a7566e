package org.reentryatlas.http;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.UUID;

/** What a change is of. */
public final class Changes {
    private Changes() {}

    /**
     * Of which version a change is, as If-Match says.
     *
     * @throws ProblemException if it does not say
     */
    public static int base(Context context) {
        String tag = context.header("If-Match");
        if (tag == null || !tag.strip().matches("\"[0-9]{1,9}\"")) {
            throw ProblemException.versionNeeded();
        }
        return Integer.parseInt(tag.strip().replace("\"", ""));
    }

    /** An id as we write it; none if it cannot be one. */
    public static Optional<UUID> uuid(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
