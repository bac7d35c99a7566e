package org.reentryatlas.presence;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;

/** From a month to another, both included. */
record Months(YearMonth from, YearMonth to) {
    private static final int MOST = 60;

    /**
     * Those that parameters name; without them, the twelve up to this one.
     *
     * @throws ProblemException naming the parameter that is no month, or too far from the other
     */
    static Months read(Parameters parameters, YearMonth now) {
        YearMonth to = parameters.text("to").map(text -> month("to", text)).orElse(now);
        YearMonth from =
                parameters.text("from").map(text -> month("from", text)).orElse(to.minusMonths(11));
        if (from.isAfter(to) || !from.plusMonths(MOST).isAfter(to)) {
            throw ProblemException.badRequest(
                    "PARAMETER_INVALID",
                    "Parameter 'from' is not a month up to 'to', at most " + MOST + " months in all.",
                    "For example from=2026-01&to=2026-12; both are included.");
        }
        return new Months(from, to);
    }

    private static YearMonth month(String name, String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.getYear() >= 2000 && month.getYear() <= 2200) {
                return month;
            }
        } catch (DateTimeParseException e) {
            // Falls through to the one problem below.
        }
        throw ProblemException.badRequest(
                "PARAMETER_INVALID",
                "Parameter '" + name + "' is no month of these centuries.",
                "Write it as in " + name + "=2026-11.");
    }

    List<YearMonth> all() {
        return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .toList();
    }

    Instant since(ZoneId zone) {
        return from.atDay(1).atStartOfDay(zone).toInstant();
    }

    /** Until before. */
    Instant until(ZoneId zone) {
        return to.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    }
}
