package org.reentryatlas.brief;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.reentryatlas.layer.FeatureTable;
import org.reentryatlas.layer.GapRun;
import org.reentryatlas.layer.LevelWords;
import org.reentryatlas.layer.ServiceCategory;
import org.reentryatlas.layer.Snapshot;

/** The service gaps of an area as a table: a row for each category and each way of getting about that the layers have. */
final class GapRows {
    private final Snapshot snapshot;
    private final Words words;

    GapRows(Snapshot snapshot, Words words) {
        this.snapshot = snapshot;
        this.words = words;
    }

    /** What the layers say of an area, by category and then by way. */
    static List<GapRow> of(Snapshot snapshot, LevelWords level, String areaKey) {
        Map<String, FeatureTable> tables = snapshot.gaps(level);
        List<GapRow> rows = new ArrayList<>();
        for (ServiceCategory category : snapshot.categories()) {
            tables.forEach(
                    (mode, table) -> GapRow.of(mode, category, table, areaKey).ifPresent(rows::add));
        }
        return rows;
    }

    /** What a template needs of an area; empty where there is no run, or it has no figures of the area. */
    Optional<Map<String, Object>> table(LevelWords level, String areaKey, String title) {
        List<GapRow> rows = of(snapshot, level, areaKey);
        return snapshot.gapRun().filter(run -> !rows.isEmpty()).map(run -> {
            Map<String, Object> table = new LinkedHashMap<>();
            table.put("caption", words.say("gapsOf", title));
            table.put("rows", rows.stream().map(this::describe).toList());
            table.put("notes", notes(run, modes(rows), words.level(level).many()));
            return table;
        });
    }

    private static List<String> modes(List<GapRow> rows) {
        return rows.stream().map(GapRow::mode).distinct().toList();
    }

    /** The cells of a row. */
    Map<String, Object> describe(GapRow row) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("kind", words.name(row.category()));
        cells.put("way", words.mode(row.mode()));
        cells.put("minutes", minutes(row.minutes()));
        cells.put("third", minutes(row.minutesToThird()));
        cells.put("within", row.within30().map(words::range).orElse(words.say("noFigure")));
        cells.put("gap", words.range(row.gap()));
        cells.put("rank", row.rank().isPresent() ? words.count(row.rank().getAsInt()) : words.say("noFigure"));
        return cells;
    }

    private String minutes(OptionalInt minutes) {
        return minutes.isPresent() ? words.count(minutes.getAsInt()) : words.say("overAnHour");
    }

    /** What to know to read it, and what it was made of. */
    List<String> notes(GapRun run, List<String> modes, String many) {
        List<String> notes = new ArrayList<>(List.of(
                words.say("gapMeaning"),
                words.say("gapAccess", words.access(run.access())),
                words.say("gapBounds"),
                words.say("gapMinutes"),
                words.say("gapRank", many),
                words.say("gapRun", run.id(), run.releaseId())));
        for (String mode : modes) {
            notes.add(words.say(run.isOnStreets(mode) ? "gapOnStreets" : "gapStraight", words.mode(mode)));
        }
        if (run.streetsChanged() != null) {
            notes.add(words.say("gapStreetsOf", words.day(run.streetsChanged())));
        }
        if (!run.credits().isEmpty()) {
            notes.add(words.say("gapCredits", run.credits()));
        }
        return notes;
    }
}
