package org.reentryatlas.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;

/**
 * Of which days somebody asks for a table.
 *
 * @param since the first day; null for all
 * @param until the last day; null for all
 */
record Search(@Nullable LocalDate since, @Nullable LocalDate until) {
    /**
     * As a request has it.
     *
     * @throws ProblemException if one of the two is no day, or the last is before the first
     */
    static Search of(Parameters parameters) {
        LocalDate since = day(parameters, "since");
        LocalDate until = day(parameters, "until");
        if (since != null && until != null && until.isBefore(since)) {
            throw invalid("until", "lies before 'since'.");
        }
        return new Search(since, until);
    }

    private static @Nullable LocalDate day(Parameters parameters, String name) {
        String text = parameters.text(name).orElse(null);
        if (text == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < 2000 || day.getYear() > 2200) {
                throw invalid(name, "is not in these centuries.");
            }
            return day;
        } catch (DateTimeException e) {
            throw invalid(name, "is no day such as 2026-06-30.");
        }
    }

    private static ProblemException invalid(String name, String what) {
        return ProblemException.badRequest(
                "PARAMETER_INVALID", "Parameter '" + name + "' " + what, "Days are those of UTC.");
    }
}
