package org.reentryatlas.outreach;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.upkeep.Conditions;

/**
 * As of which day, of how many days of requests, and with which weights somebody asks where a clean-up is needed.
 *
 * @param day not after today
 */
record PriorityQuestion(LocalDate day, int days, Map<UrgencyPart, Double> weights) {
    private static final int USUAL_DAYS = 30;
    private static final double MOST_WEIGHT = 100;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    PriorityQuestion {
        weights = Map.copyOf(weights);
    }

    /** The names of its parameters, beside others. */
    static Set<String> names(String... others) {
        Set<String> names = new TreeSet<>(UrgencyPart.codes());
        names.addAll(Set.of("day", "days"));
        names.addAll(Set.of(others));
        return names;
    }

    /**
     * What the parameters say.
     *
     * @throws ProblemException naming the one that cannot be
     */
    static PriorityQuestion read(Parameters parameters, LocalDate today) {
        LocalDate day = PlanRoutes.day(parameters, "day").orElse(today);
        if (day.isAfter(today) || day.isBefore(FIRST_DAY)) {
            throw ProblemException.badRequest(
                    "PARAMETER_INVALID",
                    "Parameter 'day' is not from " + FIRST_DAY + " to today.",
                    "Without it, today is meant.");
        }
        Map<UrgencyPart, Double> weights = new EnumMap<>(UrgencyPart.class);
        for (UrgencyPart part : UrgencyPart.values()) {
            weights.put(part, weight(parameters, part));
        }
        if (weights.values().stream().allMatch(weight -> weight == 0)) {
            throw ProblemException.badRequest(
                    "PARAMETER_INVALID", "All weights are 0.", "Give at least one part a weight above 0.");
        }
        return new PriorityQuestion(day, parameters.whole("days", USUAL_DAYS, 1, Conditions.MOST_DAYS), weights);
    }

    private static double weight(Parameters parameters, UrgencyPart part) {
        String given = parameters.text(part.code()).orElse("");
        if (given.isEmpty()) {
            return part.weight();
        }
        // Nothing that Java alone takes for a number, such as 0x1p3 or 1d.
        double weight = given.matches("[0-9]{1,3}(\\.[0-9]{1,6})?") ? Double.parseDouble(given) : Double.NaN;
        if (weight <= MOST_WEIGHT) {
            return weight;
        }
        throw ProblemException.badRequest(
                "PARAMETER_INVALID",
                "Parameter '" + part.code() + "' is not a weight from 0 to 100.",
                "For example " + part.code() + "=2.5; 0 leaves it out.");
    }
}
