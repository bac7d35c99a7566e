package org.reentryatlas.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
 * @param standing sets that only earlier releases of the date have numbers for, which stand
 */
record Layers(AreaSet beats, @Nullable AreaSet tracts, AreaSet grid, List<AreaSet> standing) {
    /** The level whose areas are the jurisdiction. */
    static final Level BASE = Level.BEAT;

    Layers {
        standing = List.copyOf(standing);
    }

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
        Optional<AreaSet> tracts =
                sets.findValid(Level.TRACT, asOf).filter(set -> new JointStore(handle).shareGround(set, beats));
        return new Layers(beats, tracts.orElse(null), new GridStore(handle).require(beats), List.of());
    }

    /** The layers of a release that has numbers for these sets. */
    static Layers of(List<AreaSet> sets) {
        return new Layers(
                ofLevel(sets, BASE).orElseThrow(),
                ofLevel(sets, Level.TRACT).orElse(null),
                ofLevel(sets, Level.HEX_8).orElseThrow(),
                List.of());
    }

    private static Optional<AreaSet> ofLevel(List<AreaSet> sets, Level level) {
        return sets.stream().filter(set -> set.baseLevel() == level).findFirst();
    }

    /** The same beside the layers of the earlier releases of the date. */
    Layers beside(List<Layers> earlier) {
        List<AreaSet> own = own();
        return new Layers(
                beats,
                tracts,
                grid,
                earlier.stream()
                        .flatMap(layers -> layers.own().stream())
                        .distinct()
                        .filter(set -> own.stream().noneMatch(mine -> mine.id() == set.id()))
                        .toList());
    }

    private List<AreaSet> own() {
        return list().stream().map(Layer::set).toList();
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

    /** The sets that the release has numbers for itself. */
    List<Long> ownIds() {
        return own().stream().map(AreaSet::id).toList();
    }

    /** All sets that are laid over each other. */
    List<Long> setIds() {
        return Stream.concat(own().stream(), standing.stream()).map(AreaSet::id).toList();
    }
}
