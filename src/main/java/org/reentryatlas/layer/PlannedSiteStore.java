package org.reentryatlas.layer;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Sql;
import org.reentryatlas.geo.Shape;

/** Reads the places of new sites that planners have published. */
final class PlannedSiteStore {
    private PlannedSiteStore() {}

    /** Those of a release, on a handle in a transaction that its maker closes. */
    static PlannedSites read(Handle handle, String releaseId) {
        FeatureTable.Maker maker = new FeatureTable.Maker(PlannedSites.columns());
        List<Instant> made = new ArrayList<>();
        handle.createQuery(Sql.of(PlannedSiteStore.class, "list-planned-sites"))
                .bind("releaseId", releaseId)
                .map((rs, context) -> add(rs, maker))
                .forEach(made::add);
        return new PlannedSites(
                maker.make(), made.stream().max(Instant::compareTo).orElse(null));
    }

    private static Instant add(ResultSet rs, FeatureTable.Maker maker) throws SQLException {
        String id = rs.getString("feature_id");
        @Nullable
        Object[] values = {
            id,
            rs.getString("plan_id"),
            rs.getString("release_id"),
            rs.getString("category"),
            rs.getString("mode"),
            rs.getString("aim"),
            rs.getInt("minutes"),
            rs.getObject("capacity", Integer.class),
            rs.getString("ways"),
            rs.getInt("sites"),
            rs.getInt("place"),
            rs.getString("area_key"),
            rs.getString("name"),
            number(rs, "demand_low"),
            number(rs, "demand_high"),
            number(rs, "covered_low"),
            number(rs, "covered_high"),
            number(rs, "moved_low"),
            number(rs, "moved_high"),
            List.of((String[]) rs.getArray("moved_areas").getArray()),
            rs.getBoolean("proven"),
            number(rs, "bound_gap")
        };
        maker.add(id, Shape.ofWkb(rs.getBytes("wkb")).orElse(null), values);
        return rs.getObject("made_at", OffsetDateTime.class).toInstant();
    }

    private static double number(ResultSet rs, String column) throws SQLException {
        BigDecimal number = rs.getBigDecimal(column);
        return number.doubleValue();
    }
}
