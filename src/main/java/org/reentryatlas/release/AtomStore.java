package org.reentryatlas.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.boundary.AreaSet;
import org.reentryatlas.boundary.Level;
import org.reentryatlas.db.Sql;
import org.reentryatlas.supervision.Caseload;

/**
 * Atoms and who lives in them, in tables of the handle's transaction: {@code base_area} (areas by number), {@code piece}
 * (the overlay), {@code lived} (where addresses stand), {@code atom}, {@code home} (areas by person), {@code located} (atom
 * and outcome by person), {@code settled} (what an earlier release of the date made of them).
 */
final class AtomStore {
    /**
     * Where no address is known, a piece must be this large, in square metres, to be an atom: smaller ones are where two
     * drawings of one line part, and a house with its yard does not fit in.
     */
    private static final double SMALLEST_ATOM = 100;

    /**
     * What lies in the beats of some vintages of a joint release and not of all.
     *
     * @param places where somebody can live
     * @param livesSomebody whether somebody of the caseload does
     */
    record OneSided(long places, boolean livesSomebody) {}

    private final Handle handle;
    private boolean isSettled;

    AtomStore(Handle handle) {
        this.handle = handle;
    }

    /** Lays the layers over each other and finds the atoms; what follows reads the result. */
    Overlay overlay(Layers layers) {
        List<@Nullable Long> setIds = setIds(layers);
        handle.createUpdate(Sql.of(AtomStore.class, "stage-base-areas"))
                .bindArray("setIds", Long.class, setIds)
                .execute();
        run("index-base-areas");
        run("start-pieces");
        for (int layer = 2; layer <= setIds.size(); layer++) {
            handle.createUpdate(Sql.of(AtomStore.class, "split-pieces"))
                    .bind("layer", layer)
                    .execute();
            run("analyze-pieces");
        }
        run("keep-pieces");
        run("find-lived");
        handle.createUpdate(Sql.of(AtomStore.class, "find-atoms"))
                .bind("squareMetres", SMALLEST_ATOM)
                .execute();
        run("index-atoms");
        return handle.createQuery(Sql.of(AtomStore.class, "count-atoms"))
                .map((rs, context) ->
                        new Overlay(rs.getLong("atoms"), rs.getLong("slivers"), rs.getDouble("square_metres"), 0))
                .one();
    }

    /** One place for each layer, null where the release has none. */
    private static List<@Nullable Long> setIds(Layers layers) {
        List<@Nullable Long> ids = new ArrayList<>();
        ids.add(layers.beats().id());
        ids.add(layers.tracts() == null ? null : layers.tracts().id());
        ids.add(layers.grid().id());
        layers.standing().forEach(set -> ids.add(set.id()));
        return ids;
    }

    /**
     * Finds the atom of everybody in the caseload; what follows reads the result.
     *
     * @param before the caseload of the reference date before, which tells who is new
     */
    void locate(Caseload caseload, Optional<Caseload> before, Layers layers) {
        long caseloadId = caseload.id();
        handle.createUpdate(Sql.of(AtomStore.class, "stage-positions"))
                .bind("caseloadId", caseloadId)
                .execute();
        run("index-positions");
        handle.createUpdate(Sql.of(AtomStore.class, "find-homes"))
                .bind("caseloadId", caseloadId)
                .execute();
        run("analyze-homes");
        run(isSettled ? "find-settled-strays" : "find-strays");
        handle.createUpdate(Sql.of(AtomStore.class, "locate"))
                .bind("caseloadId", caseloadId)
                .bind("areaSetId", layers.beats().id())
                .bind("baseLevel", layers.beats().baseLevel().code())
                .bind("asOf", caseload.referenceDate())
                .bind("caseloadBeforeId", before.map(Caseload::id).orElse(null))
                .bind("before", before.map(Caseload::referenceDate).orElse(null))
                .execute();
    }

    /** Remembers where everybody was counted, and makes room for another overlay, in which they are counted in parts of that. */
    void settle() {
        run("settle");
        isSettled = true;
    }

    /** What lies in the beats of some of the vintages only. */
    OneSided countOneSided(Layers layers) {
        List<@Nullable Long> setIds = setIds(layers);
        List<Integer> beatLayers = new ArrayList<>(List.of(1));
        for (AreaSet set : layers.standing()) {
            if (set.baseLevel() == Layers.BASE) {
                beatLayers.add(setIds.indexOf(set.id()) + 1);
            }
        }
        return handle.createQuery(Sql.of(AtomStore.class, "count-one-sided"))
                .bindArray("beatLayers", Integer.class, beatLayers)
                .map((rs, context) -> new OneSided(rs.getLong("places"), rs.getBoolean("lives_somebody")))
                .one();
    }

    /** People who were found in no atom and are counted in one beside it. */
    long countMoved() {
        return handle.createQuery(Sql.of(AtomStore.class, "count-moved"))
                .mapTo(Long.class)
                .one();
    }

    List<Atom> list() {
        return handle.createQuery(Sql.of(AtomStore.class, "list-atoms"))
                .map((rs, context) -> new Atom(
                        rs.getLong("no"),
                        Stream.of((Long[]) rs.getArray("areas").getArray()).toList()))
                .list();
    }

    Map<AtomKey, Tally> tally() {
        Map<AtomKey, Tally> tallies = new HashMap<>();
        handle.createQuery(Sql.of(AtomStore.class, "tally"))
                .map((rs, context) -> Map.entry(
                        new AtomKey(rs.getString("measure"), rs.getLong("atom_no")),
                        new Tally(
                                rs.getInt("people"),
                                rs.getInt("addresses"),
                                rs.getInt("largest_address"),
                                rs.getInt("group_quarters"))))
                .forEach(entry -> tallies.put(entry.getKey(), entry.getValue()));
        return tallies;
    }

    /** The areas that the release has numbers for. */
    List<AreaNode> listAreas(Layers layers) {
        List<Long> setIds = layers.list().stream()
                .flatMap(layer ->
                        layer.levels().stream().map(level -> layer.set().id()))
                .toList();
        List<String> levels = layers.list().stream()
                .flatMap(layer -> layer.levels().stream())
                .map(Level::code)
                .toList();
        return handle.createQuery(Sql.of(AtomStore.class, "list-areas"))
                .bindArray("setIds", Long.class, setIds)
                .bindArray("levels", String.class, levels)
                .map((rs, context) -> node(rs))
                .list();
    }

    /** The areas that only earlier releases of the date have numbers for. */
    List<AreaNode> listStandingAreas(List<String> releaseIds, List<AreaNode> own) {
        return handle.createQuery(Sql.of(AtomStore.class, "list-standing-areas"))
                .bindArray("releaseIds", String.class, releaseIds)
                .bindArray("ownIds", Long.class, own.stream().map(AreaNode::id).toList())
                .map((rs, context) -> node(rs))
                .list();
    }

    private static AreaNode node(ResultSet rs) throws SQLException {
        return new AreaNode(
                rs.getLong("id"),
                Level.valueOf(rs.getString("level").toUpperCase(Locale.ROOT)),
                rs.getString("key"),
                rs.getObject("parent_id", Long.class),
                rs.getString("area_set"));
    }

    private void run(String statement) {
        handle.createScript(Sql.of(AtomStore.class, statement)).execute();
    }
}
