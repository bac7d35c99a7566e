package org.reentryatlas.transit;

import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a feed that are read, each with its columns (<a href="https://gtfs.org/documentation/schedule/reference/">GTFS
 * Schedule reference</a>). What else a feed holds, such as fares and shapes, says nothing of how long a way takes.
 */
public enum GtfsFile {
    STOPS(
            "stops.txt",
            true,
            "incoming_stop",
            Column.key("stop_id"),
            Column.text("stop_name"),
            Column.text("parent_station"),
            Column.count("location_type"),
            Column.of("stop_lat", Kind.LATITUDE),
            Column.of("stop_lon", Kind.LONGITUDE)),
    ROUTES("routes.txt", true, "incoming_route", Column.key("route_id")),
    TRIPS("trips.txt", true, "incoming_trip", Column.key("trip_id"), Column.key("route_id"), Column.key("service_id")),
    STOP_TIMES(
            "stop_times.txt",
            true,
            "incoming_call",
            Column.key("trip_id"),
            Column.text("stop_id"),
            Column.text("location_id"),
            Column.text("location_group_id"),
            Column.needed("stop_sequence", Kind.COUNT),
            Column.of("arrival_time", Kind.TIME),
            Column.of("departure_time", Kind.TIME),
            Column.count("pickup_type"),
            Column.count("drop_off_type")),
    CALENDAR(
            "calendar.txt",
            false,
            "incoming_calendar",
            Column.key("service_id"),
            Column.needed("monday", Kind.COUNT),
            Column.needed("tuesday", Kind.COUNT),
            Column.needed("wednesday", Kind.COUNT),
            Column.needed("thursday", Kind.COUNT),
            Column.needed("friday", Kind.COUNT),
            Column.needed("saturday", Kind.COUNT),
            Column.needed("sunday", Kind.COUNT),
            Column.needed("start_date", Kind.DAY),
            Column.needed("end_date", Kind.DAY)),
    CALENDAR_DATES(
            "calendar_dates.txt",
            false,
            "incoming_exception",
            Column.key("service_id"),
            Column.needed("date", Kind.DAY),
            Column.needed("exception_type", Kind.COUNT)),
    FREQUENCIES(
            "frequencies.txt",
            false,
            "incoming_frequency",
            Column.key("trip_id"),
            Column.needed("start_time", Kind.TIME),
            Column.needed("end_time", Kind.TIME),
            Column.needed("headway_secs", Kind.COUNT)),
    TRANSFERS(
            "transfers.txt",
            false,
            "incoming_transfer",
            Column.text("from_stop_id"),
            Column.text("to_stop_id"),
            Column.text("from_route_id"),
            Column.text("to_route_id"),
            Column.text("from_trip_id"),
            Column.text("to_trip_id"),
            Column.count("transfer_type"),
            Column.count("min_transfer_time"));

    private final String fileName;
    private final boolean isRequired;
    private final String table;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<Column> columns;

    GtfsFile(String fileName, boolean isRequired, String table, Column... columns) {
        this.fileName = fileName;
        this.isRequired = isRequired;
        this.table = table;
        this.columns = List.of(columns);
    }

    /** What the text of a value is. */
    public enum Kind {
        TEXT,
        COUNT,
        /** Hours, minutes and seconds since noon less 12 hours; the hours may be 24 and more. */
        TIME,
        /** Such as 20260630. */
        DAY,
        LATITUDE,
        LONGITUDE
    }

    /** A column, and whether each row has a value there. */
    public record Column(String name, Kind kind, boolean isNeeded) {
        static Column key(String name) {
            return needed(name, Kind.TEXT);
        }

        static Column text(String name) {
            return of(name, Kind.TEXT);
        }

        static Column count(String name) {
            return of(name, Kind.COUNT);
        }

        static Column of(String name, Kind kind) {
            return new Column(name, kind, false);
        }

        static Column needed(String name, Kind kind) {
            return new Column(name, kind, true);
        }
    }

    /** Such as {@code stops.txt}. */
    public String fileName() {
        return fileName;
    }

    /** Whether no feed is without it. */
    public boolean isRequired() {
        return isRequired;
    }

    public List<Column> columns() {
        return columns;
    }

    String table() {
        return table;
    }

    /** The columns of the staging table, in the order in which rows bring them. */
    String[] stagedColumns() {
        return Stream.concat(Stream.of("row_number"), columns.stream().map(Column::name))
                .toArray(String[]::new);
    }
}
