package org.reentryatlas.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.layer.LevelWords;
import org.reentryatlas.layer.Measure;
import org.reentryatlas.layer.PublishedRelease;

/**
 * What is said of the numbers of an area: the very sentences of the map ({@code frontend/lib/words.js} and {@code rates.js}),
 * to which a test holds them in each language.
 */
final class Prose {
    private static final String PEOPLE = "people";
    /** Those for which a blank rate or quotient has words of its own. */
    private static final Set<String> REASONS =
            Set.of("hidden", "residents_unknown", "few_residents", "large_share", "nobody");

    private final Words words;
    private final PublishedRelease release;

    Prose(Words words, PublishedRelease release) {
        this.words = words;
        this.release = release;
    }

    Words words() {
        return words;
    }

    /** Hexagons are numbered for machines: what a person reads is the part that differs, which their name gives. */
    static boolean isHexagon(LevelWords level) {
        return level.code().startsWith("hex_");
    }

    /** "Beat 1A1, Old Mill"; "Small hexagon 882aa84583" */
    String title(LevelWords level, Area area) {
        String name = area.name();
        boolean isNamed = !name.isEmpty() && !name.equals(area.key());
        String first = words.upperFirst(words.level(level).one()) + " ";
        if (isHexagon(level)) {
            return first + (isNamed ? name : area.key());
        }
        return first + area.key() + (isNamed ? ", " + name : "");
    }

    /** A table cell: the plain number, since what stands with the table says how it is rounded. */
    String cell(Cell cell) {
        return switch (cell.status()) {
            case SHOWN, ZERO -> cell.band() == null ? words.count(value(cell)) : range(cell.band());
            case HIDDEN -> words.say("hidden");
            case NO_DATA -> words.say("noData");
        };
    }

    /** The same with a sign on a small count. */
    String marked(Cell cell) {
        return cell(cell) + (cell.isUnstable() ? "\u00a0±" : "");
    }

    /** The same where there is little room: hidden is as short there as it is of a rate. */
    String brief(Cell cell) {
        return cell.isHidden() ? words.say("blank.hidden.cell") : marked(cell);
    }

    /** "About 120 people under supervision (± unstable)"; "People under supervision: hidden for privacy" */
    String sentence(Cell cell, Measure measure) {
        String title = words.title(measure);
        String lower = words.lowerFirst(title);
        return switch (cell.status()) {
            case SHOWN -> words.upperFirst(words.say("proseShown", shown(cell), lower)) + unstable(cell);
            case ZERO -> words.upperFirst(words.say("proseZero", lower));
            case HIDDEN -> words.say("proseBlank", title, words.lowerFirst(words.say("hidden")));
            case NO_DATA -> words.say("proseBlank", title, words.lowerFirst(words.say("noData")));
        };
    }

    private String shown(Cell cell) {
        return cell.band() != null
                ? range(cell.band())
                : release.roundingBase() > 1 ? words.say("about", words.count(value(cell))) : words.count(value(cell));
    }

    /** " (± unstable)" behind a small count, or nothing. */
    String unstable(Cell cell) {
        return cell.isUnstable() ? " " + words.say("unstableSuffix") : "";
    }

    private String range(Cell.Band band) {
        return band.low() == band.high()
                ? words.count(band.low())
                : words.say("range", words.count(band.low()), words.count(band.high()));
    }

    /** A rate or a quotient in a table. */
    String figure(Cell figure) {
        return figure.isShown() ? words.figure(value(figure)) : words.say(blank(figure) + ".cell");
    }

    /** The rate and the quotient of an area in sentences; one for both where they are blank for one reason. */
    List<String> figures(Area area, Measure measure, @Nullable String jurisdiction) {
        Cell rate = area.rate(measure);
        Cell quotient = area.quotient(measure);
        List<String> sentences = new ArrayList<>(List.of(rate(rate, area)));
        boolean isSaid = !rate.isShown() && rate.why().equals(quotient.why());
        if (jurisdiction != null && !isSaid) {
            sentences.add(quotient(quotient, measure, jurisdiction));
        }
        return sentences;
    }

    private String rate(Cell rate, Area area) {
        Number residents = area.residents();
        return rate.isShown() && residents != null
                ? words.say("rateProse", words.figure(value(rate)), words.count(residents))
                : words.say("rateBlank", words.say(blank(rate) + ".prose"));
    }

    private String quotient(Cell quotient, Measure measure, String jurisdiction) {
        return quotient.isShown()
                ? words.say(
                        "quotientProse",
                        words.figure(value(quotient)),
                        words.say(measure.code().equals(PEOPLE) ? "amongResidents" : "amongPeople"),
                        words.lowerFirst(words.title(measure)),
                        jurisdiction)
                : words.say("quotientBlank", words.say(blank(quotient) + ".prose"));
    }

    private static String blank(Cell figure) {
        return "blank." + (REASONS.contains(figure.why()) ? figure.why() : "no_data");
    }

    /** Where the residents of an area come from; empty where none are known. */
    String residents(Area area) {
        return area.residents() == null
                ? ""
                : area.residentsFrom()
                        .map(from -> words.say(
                                area.hasApportionedResidents() ? "residentsApportioned" : "residentsStated",
                                area.residentsSource(),
                                words.day(from)))
                        .orElse("");
    }

    /** How counts are rounded and when they are hidden. */
    String rounding() {
        int base = release.roundingBase();
        return (base > 1 ? words.say("rounded", words.count(base)) : words.say("notRounded")) + " "
                + words.say("belowK", words.count(release.k()));
    }

    /** What hidden means, a paragraph each. */
    List<String> whyHidden() {
        return List.of(words.say("whyHidden", words.count(release.k())), words.say("notSmall"));
    }

    private static Number value(Cell cell) {
        Number value = cell.value();
        if (value == null) {
            throw new IllegalStateException("a cell that is " + cell.status() + " has no value");
        }
        return value;
    }
}
