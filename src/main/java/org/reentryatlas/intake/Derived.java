package org.reentryatlas.intake;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.boundary.CrosswalkStore;
import org.reentryatlas.boundary.PopulationStore;
import org.reentryatlas.geo.Crs;

/** What follows from boundaries and addresses together, made with each set of boundaries that is kept. */
final class Derived {
    private Derived() {}

    /** Crosswalks between vintages and residents by area; the answer is for the report of the load. */
    static List<String> refresh(Handle handle, Crs workingCrs) {
        int srid = workingCrs.epsg();
        new CrosswalkStore(handle, srid).refresh();
        return new PopulationStore(handle, srid).refresh();
    }
}
