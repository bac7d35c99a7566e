package org.reentryatlas.basemap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reentryatlas.db.Kept;

/** The ground as it is now, always from memory. Close it to stop asking the database for news. */
public final class Basemap implements AutoCloseable {
    /** The zooms of tiles: from a region to a house. */
    static final int LEAST_ZOOM = 8;

    static final int MOST_ZOOM = 18;

    private final Kept<Ground> kept;

    /**
     * Reads what there is.
     *
     * @param fresh pause between two questions whether something was loaded
     */
    public Basemap(GroundStore store, Duration fresh) {
        this.kept = new Kept<>(store::version, version -> {
            Ground ground = store.read(version);
            placeNames(ground);
            return ground;
        });
        this.kept.askEvery(fresh);
    }

    /** Beside the start and the requests, of which the first at each zoom would wait for it. */
    private static void placeNames(Ground ground) {
        Thread placing = new Thread(
                () -> {
                    for (int zoom = LEAST_ZOOM; zoom <= MOST_ZOOM; zoom++) {
                        ground.names(zoom);
                    }
                },
                "basemap-names");
        placing.setDaemon(true);
        placing.start();
    }

    public Ground now() {
        return kept.now();
    }

    /**
     * What the page needs to know to show the tiles; empty where nothing was loaded.
     *
     * @param attribution who is to be named for the map
     */
    public Optional<Map<String, Object>> describe(String attribution) {
        Ground ground = now();
        return ground.isEmpty()
                ? Optional.empty()
                : Optional.of(Map.of(
                        "version",
                        ground.version(),
                        "minZoom",
                        LEAST_ZOOM,
                        "maxZoom",
                        MOST_ZOOM,
                        "attribution",
                        credited(attribution, ground)));
    }

    /** The publisher, and whoever the terms of the streets name. */
    private static String credited(String attribution, Ground ground) {
        List<String> all = new ArrayList<>(List.of(attribution));
        all.addAll(ground.credits());
        return String.join("; ", all);
    }

    @Override
    public void close() {
        kept.close();
    }
}
