package org.reentryatlas.intake;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reentryatlas.address.AddressPoint;
import org.reentryatlas.address.Reference;
import org.reentryatlas.db.Database;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.Territory;
import org.reentryatlas.table.Row;
import org.reentryatlas.table.Table;

/** Loads address points: where anybody lives at all. The geocoder finds addresses among them. */
public final class AddressLoad {
    private static final List<String> KINDS = List.of("residential", "commercial", "institutional", "unknown");

    /** The parts of a street in the order in which they are written. */
    private static final List<String> STREET_PARTS = List.of("predir", "pretype", "street", "street_type", "postdir");

    private static final Map<String, List<String>> SYNONYMS = synonyms();

    private final Database database;
    private final Territory territory;

    public AddressLoad(Database database, Territory territory) {
        this.database = database;
        this.territory = territory;
    }

    private static Map<String, List<String>> synonyms() {
        Map<String, List<String>> synonyms = new HashMap<>(Positions.SYNONYMS);
        synonyms.put("id", List.of("address_id", "mar_id", "uuid", "nguid", "objectid"));
        synonyms.put("hash", List.of());
        synonyms.put("address", List.of("full_address", "fulladdress", "addr_full"));
        synonyms.put("number", List.of("house_number", "add_number", "address_number", "addrnum"));
        synonyms.put("number_suffix", List.of("addnum_suf", "addrnumsuffix", "address_number_suffix"));
        synonyms.put("predir", List.of("st_predir", "pre_dir"));
        synonyms.put("pretype", List.of("st_pretyp", "pre_type"));
        synonyms.put("street", List.of("street_name", "st_name", "stname"));
        synonyms.put("street_type", List.of("st_postyp", "st_type", "post_type"));
        synonyms.put("postdir", List.of("st_posdir", "post_dir", "quadrant"));
        synonyms.put("unit", List.of("unit_number"));
        synonyms.put("city", List.of("post_city", "inc_muni"));
        synonyms.put("state", List.of("region"));
        synonyms.put("postal_code", List.of("postcode", "zip", "zipcode", "zip_code"));
        synonyms.put("kind", List.of("type"));
        synonyms.put("units", List.of("unit_count"));
        return synonyms;
    }

    /** Loads the file, or leaves the database as it is and throws {@link LoadRefusedException}. */
    public LoadReport run(LoadRequest request) throws IOException {
        Table table = Table.open(request.file(), request.reading());
        Columns columns = Columns.find(request.file(), table.columns(), SYNONYMS, Set.of(), request.mapping());
        Positions positions = Positions.of(request.file(), table, columns, request.crs(), territory);
        return new ReferenceLoad(request, Reference.POINT, columns.of("id"))
                .run(
                        database,
                        table,
                        (row, staged) -> read(row, columns, positions).addTo(staged, row.number()),
                        positions::requireSomeInside);
    }

    private static AddressPoint read(Row row, Columns columns, Positions positions) throws RowRejected {
        Fields fields = new Fields(row, columns);
        // OpenAddresses leaves its column ID empty for many sources, and HASH never.
        String id = fields.text("id").isEmpty() && columns.has("hash") ? fields.key("hash") : fields.key("id");
        LonLat place = positions
                .locate(row, fields)
                .orElseThrow(() -> fields.rejected("lon", Reason.COORDINATES_MISSING, "an address needs a position"));
        String kind = fields.text("kind").toLowerCase(Locale.ROOT);
        if (!kind.isEmpty() && !KINDS.contains(kind)) {
            throw fields.rejected("kind", Reason.VALUE_UNKNOWN, "write one of " + String.join(", ", KINDS));
        }
        Integer units = fields.count("units");
        String number = join(fields, Stream.of("number", "number_suffix"));
        String street = join(fields, STREET_PARTS.stream());
        boolean whole = number.isEmpty() && street.isEmpty();
        return new AddressPoint(
                id,
                number,
                whole ? fields.text("address") : street,
                fields.text("unit"),
                fields.text("city"),
                fields.text("state"),
                fields.text("postal_code"),
                kind.isEmpty() ? "unknown" : kind,
                units == null ? 1 : units,
                place);
    }

    private static String join(Fields fields, Stream<String> parts) {
        return parts.map(fields::text).filter(value -> !value.isEmpty()).collect(Collectors.joining(" "));
    }
}
