package org.reentryatlas.presence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;

/**
 * Which week is to be shared, how many hours there are, and what counts how much.
 *
 * @param week a Monday
 * @param hours that officers of the police have for outreach in it, those planned already among them
 * @param length of a patrol, in hours
 * @param at when patrols start, local to the jurisdiction
 */
record CoverageQuestion(LocalDate week, int hours, int length, LocalTime at, Map<NeedPart, Double> weights) {
    private static final int USUAL_HOURS = 40;
    private static final int MOST_HOURS = 4_000;
    private static final int USUAL_LENGTH = 2;
    private static final int MOST_LENGTH = 8;
    private static final LocalTime USUAL_START = LocalTime.of(16, 0);

    CoverageQuestion {
        weights = Map.copyOf(weights);
    }

    static Set<String> names() {
        Set<String> names = new TreeSet<>(NeedPart.codes());
        names.addAll(Set.of("week", "hours", "length", "at", "shapes"));
        return names;
    }

    /**
     * What the parameters say; of no week, the next is meant.
     *
     * @throws ProblemException naming the one that cannot be
     */
    static CoverageQuestion read(Parameters parameters, LocalDate today) {
        LocalDate week = parsed(parameters, "week", LocalDate::parse, today.plusWeeks(1), "2026-11-30")
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (week.getYear() < 2000 || week.getYear() > 2200) {
            throw invalid("week", "is not in these centuries", "2026-11-30");
        }
        Map<NeedPart, Double> weights = new EnumMap<>(NeedPart.class);
        for (NeedPart part : NeedPart.values()) {
            weights.put(part, weight(parameters, part));
        }
        if (weights.values().stream().allMatch(weight -> weight == 0)) {
            throw ProblemException.badRequest(
                    "PARAMETER_INVALID", "All weights are 0.", "Give at least one part a weight above 0.");
        }
        return new CoverageQuestion(
                week,
                parameters.whole("hours", USUAL_HOURS, 1, MOST_HOURS),
                parameters.whole("length", USUAL_LENGTH, 1, MOST_LENGTH),
                parsed(parameters, "at", LocalTime::parse, USUAL_START, "16:00"),
                weights);
    }

    private static double weight(Parameters parameters, NeedPart part) {
        String given = parameters.text(part.code()).orElse(String.valueOf(part.weight()));
        // Nothing that Java alone takes for a number, such as 0x1p3 or 1d.
        if (given.matches("[0-9]{1,2}(\\.[0-9]{1,6})?|100")) {
            return Double.parseDouble(given);
        }
        throw invalid(part.code(), "is not a weight from 0 to 100", "2.5");
    }

    private static <T> T parsed(
            Parameters parameters, String name, Function<String, T> reading, T fallback, String example) {
        String given = parameters.text(name).orElse("");
        if (given.isEmpty()) {
            return fallback;
        }
        try {
            return reading.apply(given);
        } catch (DateTimeParseException e) {
            throw invalid(name, "cannot be read", example);
        }
    }

    private static ProblemException invalid(String name, String what, String example) {
        return ProblemException.badRequest(
                "PARAMETER_INVALID",
                "Parameter '" + name + "' " + what + ".",
                "For example " + name + "=" + example + ".");
    }

    /** The days of the week that are not over. */
    List<LocalDate> days(LocalDate today) {
        return week.datesUntil(week.plusDays(7))
                .filter(day -> !day.isBefore(today))
                .toList();
    }

    /** How many patrols there are to give, when some hours are planned. */
    int patrols(double plannedHours) {
        return (int) Math.max(0, Math.floor((hours - plannedHours) / length + 1e-9));
    }
}
