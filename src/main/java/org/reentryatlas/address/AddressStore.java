package org.reentryatlas.address;

import org.jdbi.v3.core.Handle;
import org.reentryatlas.db.CopyIn;
import org.reentryatlas.db.Sql;

/** The address reference in schema {@code address}. Each method runs in the transaction of the handle it is given. */
public final class AddressStore {
    private static final String[] COLUMNS = {
        "source_id", "house_number", "street", "city", "postal_code", "kind", "units", "lon", "lat"
    };

    private final Handle handle;

    public AddressStore(Handle handle) {
        this.handle = handle;
    }

    /** Opens the table that points wait in until {@link #merge}; it is gone when the transaction ends. */
    public CopyIn stage() {
        handle.execute(Sql.of(AddressStore.class, "stage-points"));
        return CopyIn.open(handle, "incoming_point", COLUMNS);
    }

    /** One point, as {@link #stage} takes it. */
    public static void add(CopyIn staged, AddressPoint point) {
        staged.row(
                point.sourceId(),
                point.houseNumber(),
                point.street(),
                point.city(),
                point.postalCode(),
                point.kind(),
                Integer.toString(point.units()),
                Double.toString(point.place().longitude()),
                Double.toString(point.place().latitude()));
    }

    /** Takes the staged points into the reference: a known identifier is updated, a new one is added. */
    public void merge() {
        handle.execute(Sql.of(AddressStore.class, "merge-points"));
    }
}
