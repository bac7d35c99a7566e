package org.reentryatlas.ogc;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.reentryatlas.http.ProblemException;

/** The days that a {@code datetime} parameter takes in, both ends included. */
record Days(LocalDate first, LocalDate last) {
    private static final LocalDate EVER = LocalDate.of(1, 1, 1);
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    static final Days ALL = new Days(EVER, NEVER);

    /** Reads a day, an instant, or an interval of either with open ends, as RFC 3339 and OGC API – Features have it. */
    static Days parse(String text) {
        String[] ends = text.split("/", -1);
        if (ends.length == 1) {
            LocalDate day = day(text, EVER);
            return new Days(day, day);
        }
        if (ends.length != 2) {
            throw invalid();
        }
        Days days = new Days(day(ends[0], EVER), day(ends[1], NEVER));
        if (days.last.isBefore(days.first)) {
            throw invalid();
        }
        return days;
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    private static LocalDate day(String text, LocalDate open) {
        try {
            if (text.isEmpty() || text.equals("..")) {
                return open;
            }
            if (text.indexOf('T') < 0) {
                return LocalDate.parse(text);
            }
            Instant instant = OffsetDateTime.parse(text).toInstant();
            return instant.atOffset(ZoneOffset.UTC).toLocalDate();
        } catch (DateTimeException e) {
            throw invalid();
        }
    }

    private static ProblemException invalid() {
        return ProblemException.badRequest(
                "DATETIME_INVALID",
                "Parameter 'datetime' is neither a day nor an interval.",
                "For example datetime=2026-06-30 or datetime=2026-01-01/..");
    }
}
