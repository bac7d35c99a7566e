package org.reentryatlas.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.reentryatlas.layer.FeatureTable;
import org.reentryatlas.layer.LevelWords;
import org.reentryatlas.layer.Measure;
import org.reentryatlas.layer.PublishedRelease;
import org.reentryatlas.layer.Snapshot;

/** The levels, and the areas of a level with their published numbers, in one language. */
final class AreaLists {
    private final Snapshot snapshot;
    private final Words words;

    AreaLists(Snapshot snapshot, Locale language) {
        this.snapshot = snapshot;
        this.words = Words.in(language);
    }

    /** What the template of the levels takes. */
    Map<String, Object> levels() {
        Map<String, Object> page =
                words.page(snapshot.jurisdiction(), words.say("levelsTitle", snapshot.jurisdiction()), "/areas");
        page.put(
                "levels",
                snapshot.levels().stream()
                        .map(level -> {
                            FeatureTable table = snapshot.newest(Subject.layer(snapshot, level));
                            PublishedRelease release = Subject.release(snapshot, level);
                            return Map.of(
                                    "code", level.code(),
                                    "name", words.upperFirst(words.level(level).many()),
                                    "about",
                                            words.say(
                                                    "levelCount",
                                                    words.count(table.size()),
                                                    words.say("asOf", words.day(release.referenceDate()))));
                        })
                        .toList());
        return page;
    }

    /** What the template of the areas of a level takes. */
    Map<String, Object> areas(LevelWords level) {
        FeatureTable table = snapshot.newest(Subject.layer(snapshot, level));
        PublishedRelease release = Subject.release(snapshot, level);
        Prose prose = new Prose(words, release);
        String many = words.upperFirst(words.level(level).many());
        Map<String, Object> page = words.page(
                snapshot.jurisdiction(),
                words.say("listTitle", many, snapshot.jurisdiction()),
                "/areas/" + level.code());
        page.put("asOf", words.say("asOf", words.day(release.referenceDate())));
        page.put("release", words.say("release", release.id()));
        page.put("rounding", prose.rounding());
        page.put("caption", words.say("listCaption", many, words.day(release.referenceDate())));
        List<Measure> measures = snapshot.measures().stream()
                .filter(measure -> table.column(measure.code()) != null)
                .toList();
        page.put("columns", measures.stream().map(words::title).toList());
        page.put(
                "rows",
                IntStream.range(0, table.size())
                        .mapToObj(row -> row(level, new Area(table, row), measures, prose))
                        .toList());
        page.put("notes", notes(table, measures));
        return page;
    }

    private static Map<String, Object> row(LevelWords level, Area area, List<Measure> measures, Prose prose) {
        return Map.of(
                "path", Subject.path(level, area.key()),
                "title", prose.title(level, area),
                "cells",
                        measures.stream()
                                .map(measure -> prose.marked(area.count(measure)))
                                .toList());
    }

    /** What the signs of the table mean, as far as it has them. */
    private List<String> notes(FeatureTable table, List<Measure> measures) {
        List<Cell> cells = IntStream.range(0, table.size())
                .mapToObj(row -> new Area(table, row))
                .flatMap(area -> measures.stream().map(area::count))
                .toList();
        List<String> notes = new ArrayList<>();
        if (cells.stream().anyMatch(Cell::isUnstable)) {
            notes.add(words.say("unstable"));
        }
        if (cells.stream().anyMatch(cell -> cell.status() == Cell.Status.ZERO)) {
            notes.add(words.say("zeroMeaning"));
        }
        return notes;
    }
}
