package org.reentryatlas.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.boundary.AreaSet;
import org.reentryatlas.boundary.AreaSetStore;
import org.reentryatlas.boundary.GridStore;
import org.reentryatlas.boundary.Level;

/**
 * The sets of areas that a release has numbers for, which lie across each other.
 *
 * @param tracts null where no census tracts hold on the reference date
 * @param grid the hexagons over the beats
 */
record Layers(AreaSet beats, @Nullable AreaSet tracts, AreaSet grid) {
    /** The level whose areas are the jurisdiction. */
    static final Level BASE = Level.BEAT;

    /**
     * A set and the levels of it that are published; no level comes from two sets.
     *
     * @param levels the base level first
     */
    record Layer(AreaSet set, List<Level> levels) {
        Layer {
            levels = List.copyOf(levels);
        }
    }

    /**
     * The areas that hold on the day: beats must, tracts may, and hexagons are made where there are none yet.
     *
     * @throws ReleaseRefusedException if no beats hold
     */
    static Layers on(LocalDate asOf, Handle handle) {
        AreaSetStore sets = new AreaSetStore(handle);
        AreaSet beats = sets.findValid(BASE, asOf)
                .orElseThrow(() ->
                        new ReleaseRefusedException("no boundaries of level %s are valid on %s: load boundaries first"
                                .formatted(BASE.code(), asOf)));
        return new Layers(beats, sets.findValid(Level.TRACT, asOf).orElse(null), new GridStore(handle).require(beats));
    }

    List<Layer> list() {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer(beats, List.of(Level.BEAT, Level.SECTOR, Level.DISTRICT, Level.CITY)));
        if (tracts != null) {
            // What tracts make up is drawn from tracts, and the city of a release is that of its beats.
            layers.add(new Layer(tracts, List.of(Level.TRACT)));
        }
        layers.add(new Layer(grid, List.of(Level.HEX_8, Level.HEX_7, Level.HEX_6)));
        return layers;
    }

    List<Long> setIds() {
        return list().stream().map(layer -> layer.set().id()).toList();
    }
}
