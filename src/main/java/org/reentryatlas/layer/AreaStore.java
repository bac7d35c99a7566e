package org.reentryatlas.layer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Sql;

/** The areas of a release with their numbers, a page at a time, on a handle that its maker closes. */
final class AreaStore {
    private final Handle handle;
    private final PublishedRelease release;

    AreaStore(Handle handle, PublishedRelease release) {
        this.handle = handle;
        this.release = release;
    }

    /** @param query {@code find-areas} with everything bound */
    Features read(Query query, String level) {
        List<Row> rows = query.map((rs, context) -> row(rs, level)).list();
        List<Area> areas = rows.stream().map(Row::area).filter(Objects::nonNull).toList();
        Map<Long, Numbers> numbers = new HashMap<>();
        Numbers whole = readNumbers(areas, numbers);
        return new Features(
                rows.get(0).matched(),
                areas.stream()
                        .map(area -> area.feature(release, numbers.getOrDefault(area.id(), Numbers.NONE), whole))
                        .toList());
    }

    private static Row row(ResultSet rs, String level) throws SQLException {
        long matched = rs.getLong("matched");
        String key = rs.getString("key");
        if (key == null) {
            return new Row(matched, null);
        }
        return new Row(
                matched,
                new Area(
                        rs.getLong("id"),
                        key,
                        rs.getString("name"),
                        level,
                        rs.getString("parent"),
                        rs.getBoolean("low_hit_rate"),
                        rs.getString("geometry")));
    }

    /** Fills in the numbers by area, and answers those of the whole jurisdiction. */
    private Numbers readNumbers(List<Area> areas, Map<Long, Numbers> numbersByArea) {
        Numbers whole = Numbers.NONE;
        for (NumbersRow row : handle.createQuery(Sql.of(AreaStore.class, "list-numbers"))
                .bind("releaseId", release.id())
                .bind("areaSetId", release.areaSetId())
                .bindArray("areaIds", Long.class, areas.stream().map(Area::id).toList())
                .map((rs, context) -> new NumbersRow(rs.getLong("id"), rs.getBoolean("is_whole"), numbers(rs)))
                .list()) {
            numbersByArea.put(row.areaId(), row.numbers());
            whole = row.isWhole() ? row.numbers() : whole;
        }
        return whole;
    }

    private Numbers numbers(ResultSet rs) throws SQLException {
        String[] measures = (String[]) rs.getArray("measures").getArray();
        String[] statuses = (String[]) rs.getArray("statuses").getArray();
        Integer[] values = (Integer[]) rs.getArray("values").getArray();
        Integer[] bandWidths = (Integer[]) rs.getArray("band_widths").getArray();
        Map<String, Count> counts = new LinkedHashMap<>();
        Map<String, Band> bands = new LinkedHashMap<>();
        for (int i = 0; i < measures.length; i++) {
            Count count = new Count(statuses[i], values[i]);
            if (bandWidths[i] == null) {
                counts.put(measures[i], count);
            } else {
                bands.put(measures[i], Band.of(count, bandWidths[i], release.k()));
            }
        }
        Integer residents = rs.getObject("residents", Integer.class);
        return new Numbers(
                counts,
                bands,
                residents == null
                        ? null
                        : new Residents(
                                residents,
                                rs.getString("method"),
                                rs.getString("source"),
                                rs.getObject("valid_from", LocalDate.class)));
    }

    private record Row(long matched, @Nullable Area area) {}

    private record NumbersRow(long areaId, boolean isWhole, Numbers numbers) {}
}
