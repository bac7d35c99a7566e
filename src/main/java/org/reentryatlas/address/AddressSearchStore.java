package org.reentryatlas.address;

import java.util.List;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;
import org.reentryatlas.geo.LonLat;

/** Finds the places that one address could mean, in the open address reference, as the serving role. Nothing is stored. */
public final class AddressSearchStore {
    /** Houses of one block are many places with one label. */
    private static final int MOST_PLACES = 200;

    private final Database database;

    public AddressSearchStore(Database database) {
        this.database = database;
    }

    /**
     * A place that an address could mean.
     *
     * @param label its block, or the streets that cross there, as the reference writes them
     * @param position in degrees on WGS 84
     */
    public record Place(String label, LonLat position) {}

    /** The places that agree best with the address, in a fixed order; none where nothing does. */
    public List<Place> find(String address) {
        return database.read(handle -> handle.createQuery(Sql.of(AddressSearchStore.class, "find-places"))
                .bind("address", address.replace('\0', ' '))
                .bind("offsetMetres", GeocoderStore.OFFSET_METRES)
                .bind("most", MOST_PLACES)
                .map((rs, context) ->
                        new Place(rs.getString("label"), new LonLat(rs.getDouble("lon"), rs.getDouble("lat"))))
                .list());
    }
}
