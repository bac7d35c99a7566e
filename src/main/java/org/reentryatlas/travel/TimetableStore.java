package org.reentryatlas.travel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.db.Sql;
import org.reentryatlas.geo.LonLat;

import static java.util.Objects.requireNonNull;

/** Reads what runs from the feeds that are loaded, on a handle in a transaction that its maker closes. */
public final class TimetableStore {
    private static final int ROWS_AT_ONCE = 2_000;

    private final Handle handle;

    public TimetableStore(Handle handle) {
        this.handle = handle;
    }

    /** The feeds that are loaded, in the order of their sources. */
    public List<Timetable.Feed> listFeeds() {
        return handle.createQuery(Sql.of(TimetableStore.class, "list-feeds"))
                .map((rs, context) -> new Timetable.Feed(
                        rs.getString("source"),
                        rs.getString("sha256"),
                        rs.getString("version"),
                        rs.getString("publisher")))
                .list();
    }

    /**
     * A typical weekday: of those from Monday to Friday on which all feeds run, with as many trips as on most of them, the one
     * nearest to a day; empty if there is none.
     */
    public Optional<LocalDate> findDay(LocalDate near) {
        return handle.createQuery(Sql.of(TimetableStore.class, "find-day"))
                .bind("near", near)
                .mapTo(LocalDate.class)
                .findOne();
    }

    /** What runs on a day in the hours that ways are looked for in. */
    public Timetable read(LocalDate day, List<Timetable.Feed> feeds) {
        List<Timetable.Stop> stops = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        handle.createQuery(Sql.of(TimetableStore.class, "list-stops"))
                .map((rs, context) -> new Timetable.Stop(
                        rs.getString("id"),
                        rs.getString("name"),
                        new LonLat(rs.getDouble("lon"), rs.getDouble("lat")).rounded()))
                .forEach(stop -> {
                    numbers.put(stop.id(), stops.size());
                    stops.add(stop);
                });
        List<Timetable.Call> calls = new ArrayList<>();
        handle.createQuery(Sql.of(TimetableStore.class, "list-calls"))
                .setFetchSize(ROWS_AT_ONCE)
                .bind("day", day)
                .bind("begins", Rides.FIRST - Travel.LIMIT)
                .bind("ends", Rides.LAST)
                .map((rs, context) -> new Timetable.Call(
                        rs.getInt("trip"),
                        requireNonNull(numbers.get(rs.getString("stop"))),
                        rs.getInt("arrives"),
                        rs.getInt("departs"),
                        rs.getBoolean("boards"),
                        rs.getBoolean("alights")))
                .forEach(calls::add);
        List<Timetable.Change> changes = handle.createQuery(Sql.of(TimetableStore.class, "list-changes"))
                .map((rs, context) -> new Timetable.Change(
                        requireNonNull(numbers.get(rs.getString("from_stop"))),
                        requireNonNull(numbers.get(rs.getString("to_stop"))),
                        Timetable.Change.Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
                        rs.getInt("seconds")))
                .list();
        return new Timetable(day, feeds, stops, calls, changes);
    }
}
