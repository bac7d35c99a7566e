package org.reentryatlas.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The day of a moment, in the spellings of exports of service requests. The time is not kept, and tells the day only. */
final class RequestDays {
    /** Year first, with blank or T before the time, with or without an offset. */
    private static final DateTimeFormatter YEAR_FIRST = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .optionalStart()
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalEnd()
            .appendPattern("[' '][XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** As programs write dates in the United States, where these exports come from. */
    private static final DateTimeFormatter MONTH_FIRST = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("M/d/uuuu[' '[h:mm:ss a][h:mm a][H:mm:ss][H:mm]]")
            .toFormatter(Locale.US)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern MONTH_COMES_FIRST = Pattern.compile("\\d{1,2}/.*");
    /** Milliseconds since 1970, as ArcGIS writes moments in JSON; 11 to 13 digits are the years 1973 to 2286. */
    private static final Pattern MILLISECONDS = Pattern.compile("\\d{11,13}");

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private RequestDays() {}

    /**
     * Reads a moment.
     *
     * @param zone in which the day is wanted; a moment without an offset is meant in it already
     * @return empty where it cannot be read or is centuries off
     */
    static Optional<LocalDate> read(String value, ZoneId zone) {
        try {
            return Optional.of(day(value, zone))
                    .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate day(String value, ZoneId zone) {
        if (MILLISECONDS.matcher(value).matches()) {
            return LocalDate.ofInstant(Instant.ofEpochMilli(Long.parseLong(value)), zone);
        }
        TemporalAccessor moment = MONTH_COMES_FIRST.matcher(value).matches()
                ? MONTH_FIRST.parseBest(value, LocalDateTime::from, LocalDate::from)
                : YEAR_FIRST.parseBest(
                        value.replace('/', '-'), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        return moment instanceof OffsetDateTime exact
                ? exact.atZoneSameInstant(zone).toLocalDate()
                : LocalDate.from(moment);
    }
}
