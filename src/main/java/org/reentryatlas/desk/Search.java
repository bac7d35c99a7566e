package org.reentryatlas.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;

/** What somebody asks for of a table. */
final class Search {
    private Search() {}

    /**
     * A day, of UTC; null where none is asked for.
     *
     * @throws ProblemException if it is none
     */
    static @Nullable LocalDate day(Parameters parameters, String name) {
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

    static ProblemException invalid(String name, String what) {
        return ProblemException.badRequest(
                "PARAMETER_INVALID", "Parameter '" + name + "' " + what, "Days are those of UTC.");
    }
}
