package org.reentryatlas.release;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.supervision.Caseload;

/**
 * A caseload counted in the areas of a release.
 *
 * @param overlay what laying the layers over each other gave
 * @param atoms in the order of the table
 * @param lines the same as they are published
 */
record Counted(Overlay overlay, AreaTable table, List<Atom> atoms, List<DocumentAtom> lines) {
    Counted {
        atoms = List.copyOf(atoms);
        lines = List.copyOf(lines);
    }

    /**
     * Lays the layers over each other and counts; who is in the area is decided by the beats of the release.
     *
     * @param layers of the release, beside those of the earlier ones of its date
     * @param standing what these say
     * @param before the caseload of the reference date before, which tells who is new
     * @param progress is told each step in words
     * @throws ReleaseRefusedException if the beats of the earlier ones do not reach as far
     */
    static Counted of(
            SameDate date,
            Layers layers,
            Standing standing,
            Caseload caseload,
            Optional<Caseload> before,
            Consumer<String> progress,
            Handle handle) {
        progress.accept("laying the layers over each other");
        AtomStore store = new AtomStore(handle);
        for (Layers earlier : date.layers()) {
            store.overlay(earlier);
            store.locate(caseload, before, earlier);
            store.settle();
        }
        Overlay ground = store.overlay(layers);
        progress.accept("joining people to areas");
        store.locate(caseload, before, layers);
        List<AreaNode> areas = store.listAreas(layers);
        List<AreaNode> more = List.of();
        if (date.isJoint()) {
            date.requireSameReach(store.countOneSided(layers));
            more = store.listStandingAreas(date.jointWith(), areas);
        }
        List<Atom> atoms = store.list();
        return new Counted(
                ground.withMoved(store.countMoved()),
                new AreaTable(areas, atoms, store.tally(), standing, more),
                atoms,
                DocumentAtom.of(atoms, areas, more));
    }
}
