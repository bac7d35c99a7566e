package org.reentryatlas.layer;

import java.time.Duration;
import java.util.List;
import org.reentryatlas.db.Kept;

/** What is served now, always from memory. Safe for many threads; close it to stop asking the database for news. */
public final class Catalogue implements AutoCloseable {
    private final Kept<Snapshot> kept;

    /**
     * Reads what a database serves.
     *
     * @param words of the levels, in the order in which they are offered
     * @param fresh pause between two questions whether something was published or loaded
     */
    public Catalogue(LayerStore store, String jurisdiction, List<LevelWords> words, Duration fresh) {
        List<LevelWords> kept = List.copyOf(words);
        this.kept = new Kept<>(store::version, version -> new Snapshot(store, version, jurisdiction, kept));
        this.kept.askEvery(fresh);
    }

    public Snapshot now() {
        return kept.now();
    }

    /** How long ago the database last said that this is what there is. */
    public Duration age() {
        return kept.age();
    }

    @Override
    public void close() {
        kept.close();
    }
}
