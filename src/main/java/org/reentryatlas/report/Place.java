package org.reentryatlas.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * The jurisdiction of a report and its words.
 *
 * @param levels what people there call a level of areas, by its code
 */
public record Place(String name, ZoneId timeZone, Map<String, LevelWords> levels) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MMMM d, uuuu, HH:mm", Locale.US);

    /** One and many: {@code beat}, {@code beats}. */
    public record LevelWords(String one, String many) {}

    public Place {
        levels = Map.copyOf(levels);
    }

    String one(String level) {
        LevelWords words = levels.get(level);
        return words == null ? level.replace('_', ' ') : words.one();
    }

    String many(String level) {
        LevelWords words = levels.get(level);
        return words == null ? level.replace('_', ' ') + " areas" : words.many();
    }

    /** "3 beats", "1 beat" */
    String counted(int number, String level) {
        return Figures.count(number) + " " + (number == 1 ? one(level) : many(level));
    }

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    String moment(Instant instant) {
        return MOMENT.format(instant.atZone(timeZone)) + " (" + timeZone.getId() + ")";
    }
}
