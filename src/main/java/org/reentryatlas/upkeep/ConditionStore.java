package org.reentryatlas.upkeep;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;

/** Reads the state of streets as the serving role. */
public final class ConditionStore {
    /** Where somebody stands who is on a side of a street and not yet behind its houses. */
    private static final double BESIDE_METRES = 10;

    private static final int ROWS_AT_ONCE = 2_000;

    private final Database database;

    public ConditionStore(Database database) {
        this.database = database;
    }

    /**
     * The areas of a level.
     *
     * @param level its code, such as {@code block_group}
     */
    public Conditions areas(String level, Conditions.Question question) {
        return database.read(handle -> {
            List<Conditions.Area> areas = new ArrayList<>();
            long[] elsewhere = {0};
            ask(handle, "list-areas", question)
                    .bind("level", level)
                    .bind("besideMetres", BESIDE_METRES)
                    .map((rs, context) -> {
                        elsewhere[0] = rs.getLong("elsewhere");
                        return new Conditions.Area(
                                rs.getString("key"), rs.getString("name"), rs.getDouble("area_km2"), figures(rs));
                    })
                    .forEach(areas::add);
            return new Conditions(areas, elsewhere[0]);
        });
    }

    /** Both sides of every block, by segment and side. */
    public List<Conditions.BlockFace> faces(Conditions.Question question) {
        return database.inTransaction(handle -> ask(handle, "list-faces", question)
                .setFetchSize(ROWS_AT_ONCE)
                .map((rs, context) -> new Conditions.BlockFace(
                        rs.getLong("id"),
                        rs.getString("side"),
                        rs.getString("street"),
                        rs.getObject("lowest", Integer.class),
                        rs.getObject("highest", Integer.class),
                        figures(rs)))
                .list());
    }

    /** The last day up to a day on which somebody asked for something; empty where no request is kept. */
    public Optional<LocalDate> newestRequest(LocalDate upTo) {
        return database.read(handle -> handle.createQuery(Sql.of(ConditionStore.class, "find-last-day"))
                .bind("upTo", upTo)
                .mapTo(LocalDate.class)
                .findOne());
    }

    /** The codes of the levels that have areas on a day, sorted. */
    public List<String> levels(LocalDate day) {
        return database.read(handle -> handle.createQuery(Sql.of(ConditionStore.class, "list-levels"))
                .bind("day", day)
                .mapTo(String.class)
                .list());
    }

    /**
     * The shapes of the areas of a level by key, as RFC 7946 has them, with no more corners than a map of a city shows.
     *
     * @param level its code
     */
    public Map<String, String> shapes(String level, LocalDate day) {
        return database.read(handle -> {
            Map<String, String> shapes = new HashMap<>();
            handle.createQuery(Sql.of(ConditionStore.class, "list-shapes"))
                    .bind("level", level)
                    .bind("day", day)
                    .map((rs, context) -> Map.entry(rs.getString("key"), rs.getString("geojson")))
                    .forEach(shape -> shapes.put(shape.getKey(), shape.getValue()));
            return shapes;
        });
    }

    /** The lines of blocks by the segment of their street, as RFC 7946 has a LineString. */
    public Map<Long, String> lines(Collection<Long> segmentIds) {
        return database.read(handle -> {
            Map<Long, String> lines = new HashMap<>();
            handle.createQuery(Sql.of(ConditionStore.class, "list-lines"))
                    .bindArray("ids", Long.class, segmentIds)
                    .map((rs, context) -> Map.entry(rs.getLong("id"), rs.getString("geojson")))
                    .forEach(line -> lines.put(line.getKey(), line.getValue()));
            return lines;
        });
    }

    private static Query ask(Handle handle, String statement, Conditions.Question question) {
        List<Map.Entry<Long, LocalDate>> cleaned =
                List.copyOf(question.cleanedOn().entrySet());
        return handle.createQuery(Sql.of(ConditionStore.class, statement))
                .bind("asOf", question.asOf())
                .bind("requestsTo", question.requestsTo())
                .bind("days", question.days())
                .bind("scoreDays", Conditions.SCORE_DAYS)
                .bind("leastScorers", Conditions.LEAST_SCORERS)
                .bindArray(
                        "cleaned",
                        Long.class,
                        cleaned.stream().map(Map.Entry::getKey).toList())
                .bindArray(
                        "cleanedOn",
                        String.class,
                        cleaned.stream()
                                .map(entry -> entry.getValue().toString())
                                .toList());
    }

    private static Conditions.Figures figures(ResultSet rs) throws SQLException {
        Map<RequestKind, Integer> requests = new EnumMap<>(RequestKind.class);
        for (RequestKind kind : RequestKind.values()) {
            requests.put(kind, rs.getInt(kind.code()));
        }
        return new Conditions.Figures(
                rs.getDouble("street_km"),
                requests,
                rs.getInt("repeats"),
                rs.getInt("open"),
                rs.getInt("scorers"),
                rs.getObject("appearance") == null ? null : rs.getDouble("appearance"),
                rs.getObject("days_since_clean_up", Integer.class));
    }
}
