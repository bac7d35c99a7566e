package org.reentryatlas.intake;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.address.AddressPoint;
import org.reentryatlas.address.AddressStore;
import org.reentryatlas.db.CopyIn;
import org.reentryatlas.db.Database;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.Territory;
import org.reentryatlas.table.Row;
import org.reentryatlas.table.Table;

/** Loads address points: where anybody lives at all, which tells an empty area from a hidden one. */
public final class AddressLoad {
    private static final List<String> KINDS = List.of("residential", "commercial", "institutional", "unknown");
    private static final Map<String, List<String>> SYNONYMS = synonyms();

    private final Database database;
    private final Territory territory;

    public AddressLoad(Database database, Territory territory) {
        this.database = database;
        this.territory = territory;
    }

    private static Map<String, List<String>> synonyms() {
        Map<String, List<String>> synonyms = new HashMap<>(Positions.SYNONYMS);
        synonyms.put("id", List.of("address_id", "mar_id", "hash"));
        synonyms.put("number", List.of("house_number", "add_number", "address_number"));
        synonyms.put("street", List.of("street_name", "st_name"));
        synonyms.put("city", List.of());
        synonyms.put("postal_code", List.of("postcode", "zip", "zipcode"));
        synonyms.put("kind", List.of("type"));
        synonyms.put("units", List.of("unit_count"));
        return synonyms;
    }

    /** Loads the file, or leaves the database as it is and throws {@link LoadRefusedException}. */
    public LoadReport run(LoadRequest request) throws IOException {
        Table table = Table.open(request.file(), request.reading());
        Columns columns = Columns.find(request.file(), table.columns(), SYNONYMS, Set.of("id"), request.mapping());
        Positions positions = Positions.of(request.file(), table, columns, request.crs(), territory);
        try (Rejects rejects = new Rejects(request.rejectsFile())) {
            return database.inTransaction(handle -> load(request, table, columns, positions, rejects, handle));
        }
    }

    private LoadReport load(
            LoadRequest request, Table table, Columns columns, Positions positions, Rejects rejects, Handle handle)
            throws IOException {
        AddressStore store = new AddressStore(handle);
        RowLoop loop = new RowLoop(request, rejects);
        Set<String> ids = new HashSet<>();
        try (CopyIn staged = store.stage()) {
            loop.run(table, row -> AddressStore.add(staged, read(row, columns, positions, ids)));
            staged.finish();
        }
        positions.requireSomeInside();
        loop.requireWhole();
        store.merge();
        List<String> notes = Derived.refresh(handle, territory);
        return new LoadReport(
                request.file().toString(), loop.read(), ids.size(), rejects.counts(), rejects.file(), notes);
    }

    private static AddressPoint read(Row row, Columns columns, Positions positions, Set<String> ids)
            throws RowRejected {
        Fields fields = new Fields(row, columns);
        String id = fields.key("id");
        LonLat place = positions
                .locate(row, fields)
                .orElseThrow(() -> fields.rejected("lon", Reason.COORDINATES_MISSING, "an address needs a position"));
        String kind = fields.text("kind").toLowerCase(Locale.ROOT);
        if (!kind.isEmpty() && !KINDS.contains(kind)) {
            throw fields.rejected("kind", Reason.VALUE_UNKNOWN, "write one of " + String.join(", ", KINDS));
        }
        Integer units = fields.count("units");
        if (!ids.add(id)) {
            throw fields.rejected("id", Reason.DUPLICATE_ID, "another row has the same identifier");
        }
        return new AddressPoint(
                id,
                fields.text("number"),
                fields.text("street"),
                fields.text("city"),
                fields.text("postal_code"),
                kind.isEmpty() ? "unknown" : kind,
                units == null ? 1 : units,
                place);
    }
}
