package org.reentryatlas.layer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

import static org.reentryatlas.layer.Column.Type.BOOLEAN;
import static org.reentryatlas.layer.Column.Type.DATE;
import static org.reentryatlas.layer.Column.Type.INTEGER;
import static org.reentryatlas.layer.Column.Type.NUMBER;
import static org.reentryatlas.layer.Column.Type.TEXT;

/** What is published of an area, column by column; {@link Numbers#properties} fills most of them. */
final class AreaColumns {
    private static final String HIDDEN = "Null where it is hidden for privacy, which does not mean that it is small.";
    private static final List<String> STATUSES = List.of("shown", "hidden", "zero");
    private static final List<String> RATE_STATUSES =
            List.of("shown", "hidden", "residents_unknown", "few_residents", "large_share");
    private static final List<String> QUOTIENT_STATUSES =
            List.of("shown", "hidden", "residents_unknown", "few_residents", "large_share", "nobody", "no_data");

    /** What every layer of areas says of an area. */
    static final List<Column> OF_AREA = List.of(
            Column.of("key", TEXT, "Key", "The identifier of the area in the file of its agency."),
            Column.of("name", TEXT, "Name", "The name of the area."),
            Column.of("level", TEXT, "Level", "The kind of area."),
            Column.of("parent", TEXT, "Parent", "The key of the area above, if it nests in one."));

    private AreaColumns() {}

    /** What a table of areas says of one in the columns that all of them have. */
    static Map<String, @Nullable Object> ofArea(FeatureTable areas, int row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Column each : OF_AREA) {
            Integer column = areas.column(each.name());
            values.put(each.name(), column == null ? null : areas.value(row, column));
        }
        return values;
    }

    /** The columns of a release with the measures. */
    static List<Column> of(List<Measure> measures) {
        List<Column> columns = new ArrayList<>(OF_AREA);
        columns.addAll(List.of(
                Column.of("release", TEXT, "Release", "The release that the numbers belong to."),
                Column.of("reference_date", DATE, "Reference date", "The day that the numbers are of."),
                Column.of(
                        "low_hit_rate",
                        BOOLEAN,
                        "Low hit rate",
                        "Whether fewer than 85 % of the addresses in the area were found."),
                Column.of(
                        "residents",
                        INTEGER,
                        "Residents",
                        "Residents of every age, the denominator of the rates; null where nobody states them."),
                new Column(
                        "residents_method",
                        TEXT,
                        "Residents: method",
                        "Whether the areas' own file states the residents, or they are apportioned from census areas.",
                        List.of("stated", "apportioned")),
                Column.of("residents_source", TEXT, "Residents: source", "The file that the residents come from."),
                Column.of(
                        "residents_source_from",
                        DATE,
                        "Residents: source from",
                        "The day from which the areas of that file hold.")));
        for (Measure measure : measures) {
            columns.addAll(measure.bandWidth() == null ? ofCount(measure) : ofBand(measure));
        }
        return columns;
    }

    private static List<Column> ofCount(Measure measure) {
        String code = measure.code();
        String title = measure.title();
        return List.of(
                Column.of(code, INTEGER, title, sentence(measure.description()) + " Rounded. " + HIDDEN),
                status(code, title),
                Column.of(
                        code + "_unstable",
                        BOOLEAN,
                        title + ": unstable",
                        "Whether the count is below 20, so that chance alone changes it much; null where it is hidden."),
                Column.of(
                        code + "_rate",
                        NUMBER,
                        title + ": rate",
                        "Per 1,000 residents of every age, to three significant digits; null where it is blank."),
                new Column(
                        code + "_rate_status", TEXT, title + ": rate, status", "Why a rate is blank.", RATE_STATUSES),
                Column.of(
                        code + "_quotient",
                        NUMBER,
                        title + ": location quotient",
                        (code.equals(Numbers.PEOPLE)
                                        ? "Their share of the residents"
                                        : "Their share of all people shown")
                                + " by that of the whole jurisdiction, to three significant digits; null where it is blank."),
                new Column(
                        code + "_quotient_status",
                        TEXT,
                        title + ": location quotient, status",
                        "Why a location quotient is blank.",
                        QUOTIENT_STATUSES));
    }

    private static List<Column> ofBand(Measure measure) {
        String code = measure.code();
        String title = measure.title();
        return List.of(
                Column.of(code, INTEGER, title, sentence(measure.description()) + " The middle of a band. " + HIDDEN),
                status(code, title),
                Column.of(code + "_low", INTEGER, title + ": least", "The fewest people that the band stands for."),
                Column.of(code + "_high", INTEGER, title + ": most", "The most people that the band stands for."));
    }

    /** Descriptions of measures are kept without a full stop, as titles are. */
    private static String sentence(String description) {
        return description.endsWith(".") ? description : description + ".";
    }

    private static Column status(String code, String title) {
        return new Column(
                code + "_status",
                TEXT,
                title + ": status",
                "Whether the number is shown, hidden for privacy, or a public zero: no home is known there.",
                STATUSES);
    }
}
