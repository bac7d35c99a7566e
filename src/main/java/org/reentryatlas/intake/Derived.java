package org.reentryatlas.intake;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.boundary.CrosswalkStore;
import org.reentryatlas.boundary.GridStore;
import org.reentryatlas.boundary.PopulationStore;
import org.reentryatlas.geo.Crs;

/** What follows from boundaries and addresses together, made with each set of boundaries that is kept. */
final class Derived {
    private Derived() {}

    /**
     * Hexagons over beats, crosswalks between vintages and residents by area, as far as they are missing: what rests on other
     * sets stays as it is.
     *
     * @return what was made, for the report of the load
     */
    static List<String> complete(Handle handle, Crs workingCrs) {
        int srid = workingCrs.epsg();
        List<String> made = new ArrayList<>();
        new GridStore(handle)
                .complete()
                .forEach((level, areas) -> made.add("%s: %d made".formatted(level.code(), areas)));
        new CrosswalkStore(handle, srid).complete();
        made.addAll(new PopulationStore(handle, srid).complete());
        return made;
    }
}
