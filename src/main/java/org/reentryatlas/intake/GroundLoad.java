package org.reentryatlas.intake;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.basemap.GroundKind;
import org.reentryatlas.basemap.IncomingGroundStore;
import org.reentryatlas.db.Changes;
import org.reentryatlas.db.CopyIn;
import org.reentryatlas.db.Database;
import org.reentryatlas.geo.Box;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.geo.Territory;
import org.reentryatlas.table.Row;
import org.reentryatlas.table.Table;

/** Loads water and parks for the base map. */
public final class GroundLoad {
    private static final Map<String, List<String>> SYNONYMS = Map.of(
            "id", List.of("objectid", "gid", "hydroid", "fid"),
            "name", List.of("fullname", "park_name", "parkname", "gnis_name", "label"));

    private final Database database;
    private final Territory territory;

    public GroundLoad(Database database, Territory territory) {
        this.database = database;
        this.territory = territory;
    }

    /** Loads the file, or leaves the database as it is and throws {@link LoadRefusedException}. */
    public LoadReport run(LoadRequest request, GroundKind kind) throws IOException {
        Table table = Table.open(request.file(), request.reading());
        if (!table.hasGeometry()) {
            throw new LoadRefusedException(
                    request.file() + ": water and parks need a format with geometry, such as GeoJSON or GeoPackage");
        }
        Columns columns = Columns.find(request.file(), table.columns(), SYNONYMS, Set.of(), request.mapping());
        Reader reader = new Reader(columns, Positions.crs(request.file(), table, request.crs()));
        try (Rejects rejects = new Rejects(request.rejectsFile())) {
            return database.inTransaction(handle -> LoadEntry.of(
                    handle,
                    kind.name().toLowerCase(Locale.ROOT),
                    request.source(),
                    load(handle, request, kind, table, reader, rejects)));
        }
    }

    private LoadReport load(
            Handle handle, LoadRequest request, GroundKind kind, Table table, Reader reader, Rejects rejects)
            throws IOException {
        IncomingGroundStore store = new IncomingGroundStore(handle, kind, request.source());
        RowLoop loop = new RowLoop(request, rejects);
        try (CopyIn staged = store.stage()) {
            loop.run(table, row -> reader.read(row, staged));
            staged.finish();
        }
        territory.objection(reader.extent, reader.crs).ifPresent(objection -> {
            throw new LoadRefusedException(request.file() + ": " + objection);
        });
        store.removeDuplicates(row -> rejects.add(new Reject(
                row, reader.columns.of("id"), Reason.DUPLICATE_ID, "an earlier row has the same identifier")));
        store.removeFlat(
                row -> rejects.add(new Reject(row, "geometry", Reason.GEOMETRY_INVALID, "its rings enclose nothing")));
        loop.requireWhole();
        Changes changes = store.compare();
        request.requireConfirmed(changes);
        if (changes.isNone()) {
            return loop.report(
                    loop.read() - rejects.total(),
                    List.of("'%s' is kept already as it is here: nothing changed".formatted(request.source())));
        }
        store.merge();
        return loop.report(
                loop.read() - rejects.total(), List.of("'%s': %s".formatted(request.source(), changes.summary())));
    }

    /** Turns rows into areas and remembers the box of their coordinates. */
    private static final class Reader {
        private final Columns columns;
        private final Crs crs;
        private Box extent = Box.EMPTY;

        Reader(Columns columns, Crs crs) {
            this.columns = columns;
            this.crs = crs;
        }

        void read(Row row, CopyIn staged) throws RowRejected {
            Fields fields = new Fields(row, columns);
            Shape shape = row.geometry();
            if (shape == null) {
                throw fields.rejected("geometry", Reason.GEOMETRY_MISSING, "water or a park needs an area");
            }
            if (!shape.isPolygon()) {
                throw fields.rejected("geometry", Reason.GEOMETRY_TYPE, "a polygon is expected, not a " + shape.type());
            }
            extent = extent.including(shape.box());
            staged.row(
                    Long.toString(row.number()),
                    // Where no column tells areas apart, their place in the file does.
                    columns.has("id") ? fields.key("id") : Long.toString(row.number()),
                    fields.text("name"),
                    fields.wkbHex(shape, crs));
        }
    }
}
