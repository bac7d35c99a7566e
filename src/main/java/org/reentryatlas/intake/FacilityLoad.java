package org.reentryatlas.intake;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.reentryatlas.address.Facility;
import org.reentryatlas.address.Reference;
import org.reentryatlas.db.Database;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.Territory;
import org.reentryatlas.table.Row;
import org.reentryatlas.table.Table;

/** Loads the public register of facilities: group quarters and jails, which no map may show as if they were homes. */
public final class FacilityLoad {
    private static final Map<String, List<String>> SYNONYMS = synonyms();

    private final Database database;
    private final Territory territory;

    public FacilityLoad(Database database, Territory territory) {
        this.database = database;
        this.territory = territory;
    }

    private static Map<String, List<String>> synonyms() {
        Map<String, List<String>> synonyms = new HashMap<>(Positions.SYNONYMS);
        synonyms.put("id", List.of("facility_id", "objectid"));
        synonyms.put("name", List.of("facility", "facility_name"));
        synonyms.put("kind", List.of("type"));
        synonyms.put("address", List.of("full_address", "street_address"));
        synonyms.put("postal_code", List.of("postcode", "zip", "zipcode", "zip_code"));
        synonyms.put("capacity", List.of("cap", "beds"));
        return synonyms;
    }

    /**
     * Loads the file, or leaves the database as it is and throws {@link LoadRefusedException}.
     *
     * @param kindOfAll the kind of every facility of the file, or empty where a column says it
     */
    public LoadReport run(LoadRequest request, Optional<Facility.Kind> kindOfAll) throws IOException {
        Table table = Table.open(request.file(), request.reading());
        Set<String> required = kindOfAll.isPresent() ? Set.of("id", "name") : Set.of("id", "name", "kind");
        Columns columns = Columns.find(request.file(), table.columns(), SYNONYMS, required, request.mapping());
        Positions positions = Positions.of(request.file(), table, columns, request.crs(), territory);
        return new ReferenceLoad(request, Reference.FACILITY, columns.of("id"))
                .run(
                        database,
                        table,
                        (row, staged) ->
                                read(row, columns, positions, kindOfAll).addTo(staged, row.number()),
                        positions::requireSomeInside);
    }

    private static Facility read(Row row, Columns columns, Positions positions, Optional<Facility.Kind> kindOfAll)
            throws RowRejected {
        Fields fields = new Fields(row, columns);
        LonLat place = positions
                .locate(row, fields)
                .orElseThrow(() -> fields.rejected("lon", Reason.COORDINATES_MISSING, "a facility needs a position"));
        return new Facility(
                fields.key("id"),
                fields.required("name"),
                kindOfAll.isPresent() ? kindOfAll.get() : kind(fields),
                fields.text("address"),
                fields.text("postal_code"),
                fields.count("capacity"),
                place);
    }

    private static Facility.Kind kind(Fields fields) throws RowRejected {
        Facility.Kind kind = Facility.Kind.find(fields.required("kind"));
        if (kind == null) {
            throw fields.rejected(
                    "kind", Reason.VALUE_UNKNOWN, "write one of " + String.join(", ", Facility.Kind.codes()));
        }
        return kind;
    }
}
