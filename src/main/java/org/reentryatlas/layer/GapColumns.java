package org.reentryatlas.layer;

import java.util.ArrayList;
import java.util.List;

import static org.reentryatlas.layer.Column.Type.INTEGER;
import static org.reentryatlas.layer.Column.Type.NUMBER;
import static org.reentryatlas.layer.Column.Type.TEXT;

/** What is published of the service gaps of an area, column by column. */
final class GapColumns {
    private static final String BOUNDS =
            " Of a number that the release hides or rounds only bounds are known; the true one lies within them.";

    private GapColumns() {}

    static List<Column> of(List<ServiceCategory> categories) {
        List<Column> columns = new ArrayList<>(AreaColumns.OF_AREA);
        columns.addAll(List.of(
                Column.of("release", TEXT, "Release", "The release whose numbers of people were taken."),
                Column.of("gap_run", TEXT, "Gap run", "The computation: /gaps lists its files.")));
        categories.forEach(category -> columns.addAll(of(category)));
        return columns;
    }

    private static List<Column> of(ServiceCategory category) {
        String code = category.code() + "_";
        String title = category.name() + ": ";
        return List.of(
                Column.of(
                        code + "gap_low",
                        NUMBER,
                        title + "gap, least",
                        "People-equivalents who surely go without: demand times what access lacks of an even share of the"
                                + " supply." + BOUNDS),
                Column.of(code + "gap_high", NUMBER, title + "gap, most", "The most that the gap can be." + BOUNDS),
                Column.of(
                        code + "gap_rank",
                        INTEGER,
                        title + "gap, rank",
                        "The place of the area by gap among those of its level, 1 the largest; null where the bounds leave it"
                                + " open."),
                Column.of(code + "people_low", NUMBER, title + "people, least", "The fewest who need it." + BOUNDS),
                Column.of(code + "people_high", NUMBER, title + "people, most", "The most who need it." + BOUNDS),
                Column.of(
                        code + "minutes",
                        INTEGER,
                        title + "minutes to the nearest",
                        "Half of the homes need no longer to the nearest site; null where that is more than 60 minutes."),
                Column.of(
                        code + "minutes_3rd",
                        INTEGER,
                        title + "minutes to the third nearest",
                        "The same to the third nearest site, so that there is a choice."),
                Column.of(
                        code + "in_15_low",
                        INTEGER,
                        title + "within 15 minutes, least",
                        "Per cent of the people who need it with a site within 15 minutes; null where nobody needs it."
                                + BOUNDS),
                Column.of(code + "in_15_high", INTEGER, title + "within 15 minutes, most", "The most it can be."),
                Column.of(
                        code + "in_30_low",
                        INTEGER,
                        title + "within 30 minutes, least",
                        "The same within 30 minutes." + BOUNDS),
                Column.of(code + "in_30_high", INTEGER, title + "within 30 minutes, most", "The most it can be."));
    }
}
