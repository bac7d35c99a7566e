package org.reentryatlas.brief;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.reentryatlas.layer.LevelWords;
import org.reentryatlas.layer.Measure;

/** The numbers of an area as a table, beside those of the area above and of the whole jurisdiction. */
final class NumberRows {
    private final Subject subject;
    private final Words words;
    private final Prose prose;
    private final Function<Cell, String> written;
    private final List<Subject> others = new ArrayList<>();

    /**
     * The numbers of an area.
     *
     * @param written how a count is written
     */
    NumberRows(Subject subject, Words words, Prose prose, Function<Cell, String> written) {
        this.subject = subject;
        this.words = words;
        this.prose = prose;
        this.written = written;
        subject.above().ifPresent(others::add);
        subject.whole().ifPresent(others::add);
    }

    /** What a template needs of it. */
    Map<String, Object> table() {
        String jurisdiction = subject.snapshot().jurisdiction();
        Map<String, Object> table = new LinkedHashMap<>();
        table.put(
                "caption",
                words.say(
                        "numbersOf", title(subject), words.day(subject.release().referenceDate())));
        table.put("others", others.stream().map(this::head).toList());
        table.put("times", subject.isWhole() ? Optional.empty() : Optional.of(words.say("times", jurisdiction)));
        table.put("rows", subject.measures().stream().map(this::row).toList());
        table.put("notes", notes(jurisdiction));
        return table;
    }

    private String title(Subject of) {
        return prose.title(of.level(), of.area());
    }

    /** A column's head, which is short: the whole jurisdiction by its name. */
    private String head(Subject of) {
        LevelWords level = words.level(of.level());
        return of.isWhole()
                ? of.snapshot().jurisdiction()
                : words.upperFirst(level.one()) + " " + of.area().key();
    }

    private Map<String, Object> row(Measure measure) {
        Area area = subject.area();
        boolean hasFigures = measure.bandWidth() == null;
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("title", words.title(measure));
        row.put("count", written.apply(area.count(measure)));
        row.put(
                "others",
                others.stream()
                        .map(other -> other.area().has(measure)
                                ? written.apply(other.area().count(measure))
                                : noFigure())
                        .toList());
        row.put("rate", hasFigures ? prose.figure(area.rate(measure)) : noFigure());
        row.put(
                "times",
                subject.isWhole()
                        ? Optional.empty()
                        : Optional.of(hasFigures ? prose.figure(area.quotient(measure)) : noFigure()));
        return row;
    }

    private String noFigure() {
        return words.say("noFigure");
    }

    /** What to know to read it, as far as it applies. */
    private List<String> notes(String jurisdiction) {
        List<String> notes = new ArrayList<>(List.of(prose.rounding()));
        List<Measure> measures = subject.measures();
        if (!subject.isWhole()) {
            notes.add(words.say("timesMeaning", jurisdiction));
        }
        if (measures.stream().anyMatch(measure -> measure.bandWidth() != null)) {
            notes.add(words.say("bands"));
        }
        var newSince = subject.release().newSince();
        if (newSince != null) {
            notes.add(words.say("newSince", words.day(newSince)));
        }
        if (measures.stream().anyMatch(measure -> subject.area().count(measure).status() == Cell.Status.ZERO)) {
            notes.add(words.say("zeroMeaning"));
        }
        if (measures.stream().anyMatch(measure -> subject.area().count(measure).isUnstable())) {
            notes.add(words.say("unstable"));
        }
        return notes;
    }
}
