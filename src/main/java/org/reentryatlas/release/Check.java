package org.reentryatlas.release;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One question that {@link Verification} asks of what is public. */
public interface Check {
    /**
     * What is asked about.
     *
     * @param releaseId the one release that is looked at, or null for all
     * @param knownHash a hash that somebody noted down earlier, or null
     */
    record Scope(@Nullable String releaseId, @Nullable String knownHash) {
        /** Whether a release is to be looked at. */
        public boolean covers(String release) {
            return releaseId == null || releaseId.equals(release);
        }
    }

    /** A word or two for it. */
    String name();

    /**
     * Looks, through a handle that reads one moment of the database and nothing but what is public.
     *
     * @return in words, what was looked at
     * @throws CheckFailedException if something is not as it should be
     */
    String run(Handle handle, Scope scope);
}
