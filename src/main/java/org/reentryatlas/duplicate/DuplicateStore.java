package org.reentryatlas.duplicate;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.db.Sql;
import org.reentryatlas.geo.LonLat;

/** The listings of the service directory as they are compared. */
public final class DuplicateStore {
    private final Handle handle;

    public DuplicateStore(Handle handle) {
        this.handle = handle;
    }

    /** All of them, in the order of their identifiers; a confidential one has neither address nor place. */
    public List<Listing> listListings() {
        return handle.createQuery(Sql.of(DuplicateStore.class, "list-listings"))
                .map((rs, context) -> {
                    double longitude = rs.getDouble("lon");
                    LonLat place = rs.wasNull() ? null : new LonLat(longitude, rs.getDouble("lat"));
                    return new Listing(
                            rs.getString("source_id"),
                            rs.getString("organization"),
                            rs.getString("name"),
                            rs.getString("address"),
                            rs.getString("phone"),
                            rs.getString("url"),
                            place);
                })
                .list();
    }
}
