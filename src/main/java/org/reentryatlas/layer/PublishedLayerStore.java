package org.reentryatlas.layer;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.db.Sql;

/** The layers of one release, read in the transaction of the handle it is given: also before the release is public. */
public final class PublishedLayerStore {
    private final Handle handle;
    private final PublishedRelease release;

    /** Reads the release itself. */
    public PublishedLayerStore(Handle handle, String releaseId) {
        this.handle = handle;
        this.release = handle.createQuery(Sql.of(PublishedLayerStore.class, "list-releases"))
                .bind("releaseId", releaseId)
                .map(LayerStore::release)
                .one();
    }

    public PublishedRelease release() {
        return release;
    }

    /** The codes of the levels that the release has numbers for. */
    public List<String> listLevels() {
        return handle.createQuery(Sql.of(PublishedLayerStore.class, "list-levels"))
                .bind("releaseId", release.id())
                .mapTo(String.class)
                .list();
    }

    /** The areas of a level with their numbers. */
    public FeatureTable readAreas(String level) {
        return new AreaStore(handle, release, level).read();
    }
}
