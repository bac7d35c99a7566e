package org.reentryatlas.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.Territory;
import org.reentryatlas.table.ReadOptions;
import org.reentryatlas.table.Row;
import org.reentryatlas.table.Table;

/** Reads places at which something could be, such as libraries and recreation centres, from a file of points. Nothing is kept. */
public final class PlaceFile {
    private static final Map<String, List<String>> SYNONYMS = synonyms();

    private PlaceFile() {}

    /**
     * A place.
     *
     * @param name empty where the file has none
     */
    public record Place(String name, LonLat position) {}

    private static Map<String, List<String>> synonyms() {
        Map<String, List<String>> synonyms = new HashMap<>(Positions.SYNONYMS);
        synonyms.put("name", List.of("facility", "facility_name", "site_name", "title"));
        return synonyms;
    }

    /**
     * The places, one for each row.
     *
     * @param crs code of the file's coordinate reference system, or null to take the file's own word
     * @throws LoadRefusedException if it cannot be read, or a row has no position in the jurisdiction's country, naming the row
     */
    public static List<Place> read(Path file, @Nullable String crs, Territory territory) throws IOException {
        LoadRequest request = new LoadRequest(
                file, ReadOptions.FOUND, LoadRequest.sourceOf(file), Map.of(), crs, false, false, file, rows -> {});
        Table table = Table.open(file, request.reading());
        Columns columns = Columns.find(file, table.columns(), SYNONYMS, Set.of(), Map.of());
        Positions positions = Positions.of(file, table, columns, crs, territory);
        List<Place> places = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        long read = RowLoop.read(request, table, row -> places.add(place(row, columns, positions)), rejects::add);
        positions.requireSomeInside();
        if (!rejects.isEmpty()) {
            Reject first = rejects.get(0);
            throw new LoadRefusedException("%s: row %d, field '%s': %s (%s); %d of %d rows cannot be taken"
                    .formatted(
                            file,
                            first.row(),
                            first.field(),
                            first.advice(),
                            first.reason().code(),
                            rejects.size(),
                            read));
        }
        return places;
    }

    private static Place place(Row row, Columns columns, Positions positions) throws RowRejected {
        Fields fields = new Fields(row, columns);
        LonLat position = positions
                .locate(row, fields)
                .orElseThrow(() -> fields.rejected("lon", Reason.COORDINATES_MISSING, "a place needs a position"));
        return new Place(fields.text("name"), position.rounded());
    }
}
