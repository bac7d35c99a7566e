package org.reentryatlas.intake;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.address.Reference;
import org.reentryatlas.address.Segment;
import org.reentryatlas.db.Database;
import org.reentryatlas.geo.Box;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.geo.Territory;
import org.reentryatlas.table.Row;
import org.reentryatlas.table.Table;

/** Loads centre lines of streets with house number ranges, between which the geocoder interpolates. */
public final class CenterlineLoad {
    private static final Map<String, List<String>> SYNONYMS = synonyms();

    /** The parts of a street in the order in which they are written. */
    private static final List<String> STREET_PARTS = List.of("predir", "pretype", "street", "street_type", "postdir");

    private final Database database;
    private final Territory territory;

    public CenterlineLoad(Database database, Territory territory) {
        this.database = database;
        this.territory = territory;
    }

    private static Map<String, List<String>> synonyms() {
        Map<String, List<String>> synonyms = new HashMap<>();
        synonyms.put("id", List.of("segment_id", "streetsegid", "nguid", "linearid", "tlid", "osm_id", "objectid"));
        synonyms.put("predir", List.of("st_predir", "pre_dir", "dirpre"));
        synonyms.put("pretype", List.of("st_pretyp", "pre_type"));
        synonyms.put("street", List.of("street_name", "st_name", "stname", "feanme", "name", "fullname"));
        synonyms.put("street_type", List.of("st_postyp", "st_type", "post_type", "streettype", "featype"));
        synonyms.put("postdir", List.of("st_posdir", "post_dir", "quadrant", "dirsuf"));
        synonyms.put("left_from", List.of("l_from", "fraddl", "fromaddr_l", "fromleftaddress", "lfromadd", "lfromhn"));
        synonyms.put("left_to", List.of("l_to", "toaddl", "toaddr_l", "toleftaddress", "ltoadd", "ltohn"));
        synonyms.put(
                "right_from", List.of("r_from", "fraddr", "fromaddr_r", "fromrightaddress", "rfromadd", "rfromhn"));
        synonyms.put("right_to", List.of("r_to", "toaddr", "toaddr_r", "torightaddress", "rtoadd", "rtohn"));
        synonyms.put("left_postal_code", List.of("leftzip", "leftzipcode", "postcode_l", "zipl"));
        synonyms.put("right_postal_code", List.of("rightzip", "rightzipcode", "postcode_r", "zipr"));
        synonyms.put("city", List.of("postcomm_l", "incmuni_l"));
        synonyms.put("class", RoadClasses.COLUMNS);
        synonyms.put("one_way", DrivingRules.DIRECTION_COLUMNS);
        synonyms.put("speed", DrivingRules.SPEED_COLUMNS);
        return synonyms;
    }

    /** Loads the file, or leaves the database as it is and throws {@link LoadRefusedException}. */
    public LoadReport run(LoadRequest request) throws IOException {
        Table table = OsmStreets.of(Table.open(request.file(), request.reading()));
        if (!table.hasGeometry()) {
            throw new LoadRefusedException(
                    request.file() + ": centre lines need a format with geometry, such as GeoJSON or GeoPackage");
        }
        Columns columns = Columns.find(request.file(), table.columns(), SYNONYMS, Set.of("street"), request.mapping());
        Crs crs = Positions.crs(request.file(), table, request.crs());
        LineReader reader = new LineReader(columns, crs);
        LoadReport report = new ReferenceLoad(request, Reference.SEGMENT, columns.of("id"))
                .crediting(OsmStreets.credit(table))
                .run(database, table, (row, staged) -> reader.read(row).addTo(staged, row.number()), () -> {
                    if (reader.streets == 0 && reader.leftOut > 0) {
                        throw new LoadRefusedException(
                                "%s: none of its %d lines is a street that people walk or drive on"
                                        .formatted(request.file(), reader.leftOut));
                    }
                    territory.objection(reader.extent, crs).ifPresent(objection -> {
                        throw new LoadRefusedException(request.file() + ": " + objection);
                    });
                });
        return report.withNotes(reader.classes.notes()).withNotes(reader.driving.notes());
    }

    /** Turns rows into segments and remembers the box of their coordinates. */
    private static final class LineReader {
        private final Columns columns;
        private final Crs crs;
        private final RoadClasses classes = new RoadClasses();
        private final DrivingRules driving;
        private Box extent = Box.EMPTY;
        private long streets;
        private long leftOut;

        LineReader(Columns columns, Crs crs) {
            this.columns = columns;
            this.crs = crs;
            this.driving = new DrivingRules(columns.of("speed"));
        }

        Segment read(Row row) throws RowRejected {
            Fields fields = new Fields(row, columns);
            if (OsmStreets.isLeftOut(row)) {
                leftOut++;
                throw fields.rejected("class", Reason.NOT_A_STREET, "nobody walks or drives on it");
            }
            streets++;
            Shape shape = line(row, fields);
            extent = extent.including(shape.box());
            return new Segment(
                    // Where no column tells stretches apart, their place in the file does.
                    columns.has("id") ? fields.key("id") : Long.toString(row.number()),
                    Stream.of(STREET_PARTS)
                            .flatMap(List::stream)
                            .map(fields::text)
                            .filter(value -> !value.isEmpty())
                            .collect(Collectors.joining(" ")),
                    range(fields, "left_from", "left_to"),
                    range(fields, "right_from", "right_to"),
                    fields.text("left_postal_code"),
                    fields.text("right_postal_code"),
                    fields.text("city"),
                    classes.read(fields.text("class")),
                    driving.direction(fields.text("one_way")),
                    driving.kmh(fields.text("speed")),
                    fields.wkbHex(shape, crs));
        }

        private static Shape line(Row row, Fields fields) throws RowRejected {
            Shape shape = row.geometry();
            if (shape == null) {
                throw fields.rejected("geometry", Reason.COORDINATES_MISSING, "a stretch of street needs a line");
            }
            if (!shape.type().equals("LineString") && !shape.type().equals("MultiLineString")) {
                throw fields.rejected(
                        "geometry", Reason.GEOMETRY_INVALID, "a LineString is expected, not a " + shape.type());
            }
            return shape;
        }

        /** Files write zeros where no house stands. */
        private static Segment.@Nullable Range range(Fields fields, String fromField, String toField)
                throws RowRejected {
            Integer from = fields.count(fromField);
            Integer to = fields.count(toField);
            return from == null || to == null || (from == 0 && to == 0) ? null : new Segment.Range(from, to);
        }
    }
}
