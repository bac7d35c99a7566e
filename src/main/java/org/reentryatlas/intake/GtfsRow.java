package org.reentryatlas.intake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reentryatlas.table.Row;
import org.reentryatlas.transit.GtfsFile;

/** A row of a feed as the database takes it; what cannot be read rejects it. */
final class GtfsRow {
    /** Longer than any trip: what is later is a mistake. */
    private static final int MOST_HOURS = 96;

    private static final int LONGEST = 1_000;
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):([0-5]\\d):([0-5]\\d)");
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

    private final GtfsFile file;
    private final Row row;

    private GtfsRow(GtfsFile file, Row row) {
        this.file = file;
        this.row = row;
    }

    /** The row's number and its values, in the order of the file's columns. */
    static String[] read(GtfsFile file, Row row) throws RowRejected {
        GtfsRow reader = new GtfsRow(file, row);
        if (row.fault() != null) {
            throw reader.rejected("(row)", Reason.ROW_UNREADABLE, row.fault());
        }
        List<GtfsFile.Column> columns = file.columns();
        String[] values = new String[columns.size() + 1];
        values[0] = Long.toString(row.number());
        for (int column = 0; column < columns.size(); column++) {
            values[column + 1] = reader.value(columns.get(column));
        }
        return values;
    }

    private String value(GtfsFile.Column column) throws RowRejected {
        String text = row.value(column.name());
        if (text.isEmpty()) {
            if (column.isNeeded()) {
                throw rejected(column.name(), Reason.VALUE_MISSING, "a value is required");
            }
            return "";
        }
        return switch (column.kind()) {
            case TEXT -> text(column, text);
            case COUNT -> count(column, text);
            case TIME -> time(column, text);
            case DAY -> day(column, text);
            case LATITUDE -> degrees(column, text, 90);
            case LONGITUDE -> degrees(column, text, 180);
        };
    }

    private String text(GtfsFile.Column column, String text) throws RowRejected {
        if (text.length() > LONGEST) {
            throw rejected(column.name(), Reason.VALUE_UNKNOWN, "it is longer than " + LONGEST + " characters");
        }
        return text;
    }

    private String count(GtfsFile.Column column, String text) throws RowRejected {
        if (!COUNT.matcher(text).matches()) {
            throw rejected(column.name(), Reason.NUMBER_INVALID, "write a whole number, zero or more");
        }
        return text;
    }

    private String time(GtfsFile.Column column, String text) throws RowRejected {
        Matcher time = TIME.matcher(text);
        if (!time.matches() || Integer.parseInt(time.group(1)) > MOST_HOURS) {
            throw rejected(column.name(), Reason.TIME_INVALID, "write times as 08:05:00, and 25:05:00 after midnight");
        }
        return Integer.toString(Integer.parseInt(time.group(1)) * 3_600
                + Integer.parseInt(time.group(2)) * 60
                + Integer.parseInt(time.group(3)));
    }

    private String day(GtfsFile.Column column, String text) throws RowRejected {
        try {
            LocalDate day = LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
            if (day.getYear() >= 1970 && day.getYear() < 2200) {
                return day.toString();
            }
        } catch (DateTimeParseException e) {
            // Falls through to the one rejection below.
        }
        throw rejected(column.name(), Reason.DATE_INVALID, "write days as 20260630");
    }

    private String degrees(GtfsFile.Column column, String text, int most) throws RowRejected {
        try {
            double degrees = Double.parseDouble(text);
            // Written so that it refuses NaN too.
            if (Math.abs(degrees) <= most) {
                return Double.toString(degrees);
            }
        } catch (NumberFormatException e) {
            // Falls through to the one rejection below.
        }
        throw rejected(column.name(), Reason.NUMBER_INVALID, "write degrees on the earth, such as 38.907192");
    }

    private RowRejected rejected(String field, Reason reason, String advice) {
        return new RowRejected(row.number(), file.fileName() + " " + field, reason, advice);
    }
}
