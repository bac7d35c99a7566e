package org.reentryatlas.presence;

import java.time.LocalDate;
import java.util.List;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;

/** Beats in the open reference, read as the serving role. */
final class BeatStore {
    private final Database web;

    BeatStore(Database web) {
        this.web = web;
    }

    /**
     * Those that hold on a day, by key; none where no boundaries do.
     *
     * @param withShapes whether somebody draws them
     */
    List<Beat> list(LocalDate day, boolean withShapes) {
        return web.read(handle -> handle.createQuery(Sql.of(BeatStore.class, "list-areas"))
                .bind("day", day)
                .bind("shapes", withShapes)
                .map((rs, context) -> new Beat(
                        rs.getString("level"), rs.getString("key"), rs.getString("name"), rs.getString("geojson")))
                .list());
    }
}
