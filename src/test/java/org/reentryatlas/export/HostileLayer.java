package org.reentryatlas.export;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.layer.Column;
import org.reentryatlas.layer.FeatureTable;
import org.reentryatlas.layer.Layer;

/** Layers with whatever formats get wrong: texts that attack, values that are missing, names that are cut. */
final class HostileLayer {
    static final Publisher PUBLISHER = new Publisher(
            "Coalition of \"Añasco\" & Söhne",
            "data@example.org",
            "https://creativecommons.org/licenses/by/4.0/",
            List.of("Department of Corrections", "Police <Harlow>"));

    private static final List<String> TEXTS = List.of(
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-2",
            "@SUM(A1)",
            "\"quoted\", 'so', and; so",
            "two\nlines",
            "אבג שלום – é – 😀 – 日本",
            "<b>&amp;</b> ]]> {{x}} %n \\",
            "2026-01-01",
            "0123",
            "NULL");

    private HostileLayer() {}

    static FeatureTable table(Geometry geometry) {
        FeatureTable.Maker maker = new FeatureTable.Maker(List.of(
                column("id", Column.Type.TEXT),
                column("name", Column.Type.TEXT),
                column("categories", Column.Type.TEXTS),
                column("employment", Column.Type.INTEGER),
                new Column(
                        "employment_status",
                        Column.Type.TEXT,
                        "Title of employment_status",
                        "What \"employment_status\" means.",
                        List.of("hidden", "zero", "shown")),
                column("employment_unstable", Column.Type.BOOLEAN),
                column("employment_rate", Column.Type.NUMBER),
                column("employment_rate_status", Column.Type.TEXT),
                column("reference_date", Column.Type.DATE)));
        for (int row = 0; row < TEXTS.size(); row++) {
            boolean hidden = row % 3 == 1;
            maker.add("%02d".formatted(row), geometry.of(row), new @Nullable Object[] {
                "%02d".formatted(row),
                TEXTS.get(row),
                row % 2 == 0 ? List.of("food", "housing") : List.of("food"),
                hidden ? null : row * 5,
                hidden ? "hidden" : row == 0 ? "zero" : "shown",
                hidden ? null : row < 4,
                hidden ? null : row * 1.25,
                hidden ? "hidden" : "shown",
                row == 7 ? null : LocalDate.of(2026, 6, 30).plusDays(row)
            });
        }
        return maker.make();
    }

    /** Where a row is. */
    interface Geometry {
        @Nullable
        Shape of(int row);
    }

    /** Service sites, of which some keep their place secret. */
    static Export sites() {
        return export("providers", table(row -> row % 4 == 3 ? null : point(row)));
    }

    /** Areas, one with a hole and two parts. */
    static Export areas() {
        return export("people-by-beat", table(HostileLayer::area));
    }

    /** Areas of which there are none. */
    static Export none() {
        return export("people-by-beat", new FeatureTable.Maker(areas().table().columns()).make());
    }

    private static Export export(String id, FeatureTable table) {
        return new Export(
                id,
                table,
                About.ofCurrent(
                        new Layer(
                                id,
                                "A \"title\" & <more>",
                                "What <it> is & isn't",
                                Layer.Kind.SITES,
                                null,
                                List.of(),
                                List.of()),
                        "Añasco",
                        LocalDate.of(2026, 6, 30),
                        PUBLISHER));
    }

    static @Nullable Shape point(int row) {
        return Shape.ofWkt("POINT (%s 43.123457)".formatted(-105 - row / 1000.0))
                .orElse(null);
    }

    private static @Nullable Shape area(int row) {
        double west = -105 + row * 0.1;
        String square = "((%1$s 43, %2$s 43, %2$s 43.05, %1$s 43.05, %1$s 43)".formatted(west, west + 0.05);
        String hole =
                ", (%1$s 43.01, %1$s 43.02, %2$s 43.02, %2$s 43.01, %1$s 43.01)".formatted(west + 0.01, west + 0.02);
        String more = ", ((%1$s 44, %2$s 44, %2$s 44.05, %1$s 44.05, %1$s 44))".formatted(west, west + 0.05);
        return Shape.ofWkt("MULTIPOLYGON (" + square + (row == 1 ? hole + ")" + more : ")") + ")")
                .orElse(null);
    }

    private static Column column(String name, Column.Type type) {
        return new Column(name, type, "Title of " + name, "What \"" + name + "\" means.", List.of());
    }
}
