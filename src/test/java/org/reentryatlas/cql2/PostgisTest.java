package org.reentryatlas.cql2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Random filters keep the rows that PostGIS finds by the same condition in SQL. */
class PostgisTest {
    private static final List<String> COLUMNS =
            List.of("name", "note", "beds", "rate", "open", "since", "until", "seen", "gone", "tags", "place");
    private static final int ROWS = 200;
    private static final int FILTERS = 1_500;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void keepsTheRowsThatSqlFinds() throws SQLException {
        Random random = new Random(20_261_126);
        List<Map<String, Object>> values =
                Stream.generate(new RandomRows(random)::values).limit(ROWS).toList();
        List<Row> rows = values.stream().map(RandomRows::row).toList();
        RandomFilters filters = new RandomFilters(random);
        int between = 0;
        try (Connection connection = DATABASE.connect(Role.OWNER)) {
            load(values, connection);
            for (int i = 0; i < FILTERS; i++) {
                Written filter = filters.condition(3);
                Filter ours = Sample.parseText(filter.text());
                List<Integer> kept = IntStream.range(0, ROWS)
                        .filter(id -> ours.keeps(rows.get(id)))
                        .boxed()
                        .toList();
                assertThat(kept).as(filter.text() + " / " + filter.sql()).isEqualTo(find(filter.sql(), connection));
                between += kept.isEmpty() || kept.size() == ROWS ? 0 : 1;
            }
        }
        assertThat(between).as("filters that keep some rows and not all").isGreaterThan(FILTERS / 2);
    }

    private static void load(List<Map<String, Object>> values, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    create temp table site (id int, name text collate "C", note text collate "C", beds float8,
                      rate float8, open boolean, since date, until date, seen timestamptz, gone timestamptz,
                      tags text[], place geometry)""");
        }
        String insert = "insert into site select ?, ?, ?, ?, ?, ?, ?::date, ?::date, ?::timestamptz, ?::timestamptz,"
                + " ?::text[], ?::geometry";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (int id = 0; id < values.size(); id++) {
                statement.setInt(1, id);
                for (int i = 0; i < COLUMNS.size(); i++) {
                    statement.setObject(i + 2, sql(values.get(id).get(COLUMNS.get(i)), connection));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static @Nullable Object sql(@Nullable Object value, Connection connection) throws SQLException {
        if (value instanceof List<?> list) {
            return connection.createArrayOf("text", list.toArray());
        }
        return value instanceof String || value instanceof Number || value instanceof Boolean || value == null
                ? value
                : value.toString();
    }

    private static List<Integer> find(String condition, Connection connection) throws SQLException {
        List<Integer> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select id from site where " + condition + " order by id")) {
            while (result.next()) {
                found.add(result.getInt(1));
            }
        }
        return found;
    }
}
