package org.reentryatlas.export;

import java.util.Optional;
import org.reentryatlas.layer.Layer;

/** Who fetches layers with the key of a program, and what is kept of it: joined to accounts and agreements by whoever starts the server. */
public interface Keys {
    /**
     * Who has a key.
     *
     * @param key as the gate left it with a request
     */
    Holder holder(Object key);

    /**
     * A file that leaves.
     *
     * @param layer its identifier, or {@code release}
     * @param format its parameter
     * @param sha256 digest of its bytes, hexadecimal
     */
    record Taken(String releaseId, String layer, String format, String name, String sha256) {}

    /** Who has a key. */
    interface Holder {
        /**
         * Makes sure that the key is for layers of a kind.
         *
         * @throws org.reentryatlas.http.ProblemException 403 if not
         */
        void requireScope(Layer.Kind kind);

        /**
         * What is stamped into files of a release; empty for a key that is bound to no licence.
         *
         * @throws org.reentryatlas.http.ProblemException 403 if the licence does not allow it now
         */
        Optional<Stamp> stamp(String releaseId);

        /**
         * Keeps that a file leaves, before it does.
         *
         * @throws org.reentryatlas.http.ProblemException 403 if the licence does not allow it any more
         */
        void keep(Taken file);
    }
}
