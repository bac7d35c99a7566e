package org.reentryatlas.release;

import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * What a release publishes beside the files that are audited: the same numbers in the formats that people use. They are made
 * before the release is entered into the ledger, which vouches for them too.
 */
public interface Exports {
    /**
     * Makes sure that they can be made, before anything heavy is begun.
     *
     * @throws ReleaseRefusedException that says what is missing
     */
    void require();

    /**
     * Makes them of what the transaction of the handle sees.
     *
     * @param taker is given one at a time, so that no two need lie in memory
     * @throws ReleaseRefusedException if one cannot be made
     */
    void render(Handle handle, String releaseId, Consumer<Artefact> taker);
}
