package org.reentryatlas.intake;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.boundary.CrosswalkStore;
import org.reentryatlas.boundary.PopulationStore;
import org.reentryatlas.geo.Territory;

/** What follows from boundaries and addresses together and is made again, in the same transaction, when either changes. */
final class Derived {
    private Derived() {}

    /** Crosswalks between vintages and residents by area; the answer is for the report of the load. */
    static List<String> refresh(Handle handle, Territory territory) {
        int srid = territory.workingCrs().epsg();
        new CrosswalkStore(handle, srid).refresh();
        return new PopulationStore(handle, srid).refresh();
    }
}
