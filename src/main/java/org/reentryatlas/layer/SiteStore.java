package org.reentryatlas.layer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Sql;
import org.reentryatlas.geo.Shape;

import static org.reentryatlas.layer.Column.Type.BOOLEAN;
import static org.reentryatlas.layer.Column.Type.DATE;
import static org.reentryatlas.layer.Column.Type.TEXT;
import static org.reentryatlas.layer.Column.Type.TEXTS;

/** Reads the service sites, on a handle in a transaction that its maker closes. */
final class SiteStore {
    static final String CATEGORIES = "categories";
    static final String CONFIDENTIAL = "confidential";

    private SiteStore() {}

    private static List<Column> columns(List<ServiceCategory> categories) {
        List<String> codes = categories.stream().map(ServiceCategory::code).toList();
        return List.of(
                Column.of("id", TEXT, "Identifier", "The identifier of the site in its directory."),
                Column.of("organization", TEXT, "Organization", "Who runs the service."),
                Column.of("name", TEXT, "Name", "The name of the service or site."),
                new Column(
                        "category", TEXT, "Category", "The first of its categories; null where none is known.", codes),
                Column.of("category_name", TEXT, "Category, in words", "The name of that category."),
                new Column(CATEGORIES, TEXTS, "Categories", "All its categories.", codes),
                Column.of("address", TEXT, "Address", "Empty for a confidential site."),
                Column.of("phone", TEXT, "Phone", "As the directory has it."),
                Column.of("url", TEXT, "Website", "As the directory has it."),
                Column.of("hours", TEXT, "Hours", "Opening hours as the directory has them."),
                Column.of(
                        "opening_hours",
                        TEXT,
                        "Opening hours",
                        "The hours as programs read them, in OpenStreetMap's opening_hours, by the clock of the jurisdiction: a"
                                + " time that ends at or before its beginning ends on the next day. Null where the directory"
                                + " has them in words only, or not at all."),
                Column.of("eligibility", TEXT, "Eligibility", "Who may come."),
                Column.of("languages", TEXT, "Languages", "Languages in which it is offered."),
                new Column(
                        "accepts_records",
                        TEXT,
                        "Accepts records",
                        "Whether people with a criminal record may come; null where nobody says.",
                        List.of("yes", "no", "case_by_case")),
                Column.of("wheelchair", BOOLEAN, "Wheelchair", "Whether a wheelchair gets in; null where nobody says."),
                Column.of(
                        CONFIDENTIAL,
                        BOOLEAN,
                        "Confidential",
                        "Whether the place is kept secret, as that of a shelter: it has no position."),
                Column.of(
                        "last_verified",
                        DATE,
                        "Last verified",
                        "When somebody last made sure that the entry is right; null if nobody did."));
    }

    static FeatureTable read(Handle handle, List<ServiceCategory> categories) {
        FeatureTable.Maker maker = new FeatureTable.Maker(columns(categories));
        handle.createQuery(Sql.of(SiteStore.class, "list-sites"))
                .setFetchSize(LayerStore.ROWS_AT_ONCE)
                .map((rs, context) -> site(rs, maker))
                .forEach(added -> {});
        return maker.make();
    }

    private static String site(ResultSet rs, FeatureTable.Maker maker) throws SQLException {
        String id = rs.getString("source_id");
        byte[] wkb = rs.getBytes("wkb");
        @Nullable
        Object[] values = {
            id,
            rs.getString("organization"),
            rs.getString("name"),
            rs.getString("category"),
            rs.getString("category_name"),
            List.of((String[]) rs.getArray("categories").getArray()),
            rs.getString("address"),
            rs.getString("phone"),
            rs.getString("url"),
            rs.getString("hours"),
            rs.getString("opening_hours"),
            rs.getString("eligibility"),
            rs.getString("languages"),
            rs.getString("accepts_records"),
            rs.getObject("wheelchair", Boolean.class),
            rs.getBoolean("confidential"),
            rs.getObject("last_verified", LocalDate.class)
        };
        maker.add(id, wkb == null ? null : Shape.ofWkb(wkb).orElse(null), values);
        return id;
    }
}
