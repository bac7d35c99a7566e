package org.reentryatlas.travel;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.db.Sql;
import org.reentryatlas.geo.Shape;

/** Reads streets from the address reference, on a handle in a transaction that its maker closes. */
public final class StreetStore {
    private static final int ROWS_AT_ONCE = 2_000;

    private final Handle handle;

    public StreetStore(Handle handle) {
        this.handle = handle;
    }

    /** The network of all centre lines, in the order of their sources; without stretches where none are loaded. */
    public StreetNetwork read() {
        StreetNetwork.Builder network = new StreetNetwork.Builder();
        handle.createQuery(Sql.of(StreetStore.class, "list-streets"))
                .setFetchSize(ROWS_AT_ONCE)
                .map((rs, context) -> {
                    Optional<Shape> line = Shape.ofWkb(rs.getBytes("wkb"));
                    if (line.isPresent()) {
                        network.add(
                                line.get().corners(),
                                Road.of(rs.getString("class")),
                                Stretch.Direction.valueOf(
                                        rs.getString("direction").toUpperCase(Locale.ROOT)),
                                rs.getInt("kmh"));
                    }
                    return line.isPresent();
                })
                .forEach(added -> {});
        return network.build();
    }

    /** What the terms of the centre lines ask to be shown with whatever is made of them, such as who drew them. */
    public List<String> listCredits() {
        return handle.createQuery(Sql.of(StreetStore.class, "list-credits"))
                .mapTo(String.class)
                .list();
    }

    /** The day on which a load last changed centre lines; empty where none were ever loaded. */
    public Optional<LocalDate> findChanged() {
        return handle.createQuery(Sql.of(StreetStore.class, "find-changed"))
                .mapTo(LocalDate.class)
                .findOne();
    }
}
