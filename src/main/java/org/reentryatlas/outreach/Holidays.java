package org.reentryatlas.outreach;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Days on which nobody is visited. */
public final class Holidays {
    /** Of a jurisdiction that names its days off with each roster. */
    private static final String NONE = "none";

    private final Optional<HolidayManager> calendar;
    private final String[] parts;

    private Holidays(Optional<HolidayManager> calendar, String... parts) {
        this.calendar = calendar;
        this.parts = parts;
    }

    /**
     * A calendar.
     *
     * @param code of a country, with that of a part after a hyphen: {@code us}, {@code us-dc}; {@code none} for one without holidays
     * @throws IllegalArgumentException if it is not known
     */
    public static Holidays of(String code) {
        if (code.equals(NONE)) {
            return new Holidays(Optional.empty());
        }
        String[] steps = code.split("-", -1);
        // The library lists them in capitals, and reads them in small letters.
        String listed = steps[0].toUpperCase(Locale.ROOT);
        if (listed.equals(steps[0])
                || !HolidayManager.getSupportedCalendarCodes().contains(listed)) {
            throw unknown();
        }
        HolidayManager calendar = HolidayManager.getInstance(ManagerParameters.create(steps[0]));
        CalendarHierarchy level = calendar.getCalendarHierarchy();
        String[] parts = Arrays.copyOfRange(steps, 1, steps.length);
        for (String part : parts) {
            level = level.getChildren().get(part);
            if (level == null) {
                throw unknown();
            }
        }
        return new Holidays(Optional.of(calendar), parts);
    }

    private static IllegalArgumentException unknown() {
        return new IllegalArgumentException("is no known calendar of holidays, such as us, us-dc or none");
    }

    /**
     * The holidays of some days, sorted: the day itself and the day on which it is kept instead, when it falls on a weekend.
     *
     * @param until the day after the last
     */
    Set<LocalDate> between(LocalDate from, LocalDate until) {
        return known(from, until)
                .flatMap(Holidays::days)
                .filter(day -> !day.isBefore(from) && day.isBefore(until))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * A holiday, or the day on which one of a weekend is kept instead.
     *
     * @param name as people of the language call it
     */
    record Named(LocalDate day, String name) {}

    /**
     * The same with their names, by day.
     *
     * @param until the day after the last
     */
    List<Named> named(LocalDate from, LocalDate until, EventWords words) {
        return known(from, until)
                .flatMap(holiday -> {
                    String name = words.holiday(holiday.getPropertiesKey(), holiday::getDescription);
                    return Stream.concat(
                            Stream.of(new Named(holiday.getActualDate(), name)),
                            holiday.getObservedDate().stream()
                                    .map(day -> new Named(day, words.say("holidayObserved", name))));
                })
                .filter(named -> !named.day().isBefore(from) && named.day().isBefore(until))
                .distinct()
                .sorted(Comparator.comparing(Named::day).thenComparing(Named::name))
                .toList();
    }

    /** Public holidays that may be kept on these days: one that falls on a Saturday may be kept the day before. */
    private Stream<Holiday> known(LocalDate from, LocalDate until) {
        return calendar
                .map(known -> known.getHolidays(from.minusDays(7), until.plusDays(7), parts))
                .orElse(Set.of())
                .stream()
                .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY);
    }

    private static Stream<LocalDate> days(Holiday holiday) {
        return Stream.concat(Stream.of(holiday.getActualDate()), holiday.getObservedDate().stream());
    }
}
