package org.reentryatlas.intake;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.geo.CrsException;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.table.Row;

/** The fields of one row, read by type; a value that cannot be read rejects the row and is named by its column. */
final class Fields {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final int LONGEST_KEY = 200;

    private final Row row;
    private final Columns columns;

    Fields(Row row, Columns columns) {
        this.row = row;
        this.columns = columns;
    }

    String text(String field) {
        return row.value(columns.of(field));
    }

    String required(String field) throws RowRejected {
        String value = text(field);
        if (value.isEmpty()) {
            throw rejected(field, Reason.VALUE_MISSING, "a value is required");
        }
        return value;
    }

    /** What tells rows apart: required, and no longer than such a thing is anywhere. */
    String key(String field) throws RowRejected {
        String value = required(field);
        if (value.length() > LONGEST_KEY) {
            throw rejected(field, Reason.VALUE_UNKNOWN, "it is longer than " + LONGEST_KEY + " characters");
        }
        return value;
    }

    /** The row's shape in longitude and latitude, as hexadecimal well-known binary. */
    String wkbHex(Shape shape, Crs crs) throws RowRejected {
        try {
            return shape.wkbHex(crs);
        } catch (CrsException e) {
            throw rejected("geometry", Reason.OUTSIDE_JURISDICTION, "its coordinates lie outside their own system");
        }
    }

    /** A calendar day in ISO form; null when the field is empty. */
    @Nullable
    LocalDate date(String field) throws RowRejected {
        String value = text(field);
        if (value.isEmpty()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(value);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // Falls through to the one rejection below.
        }
        throw rejected(field, Reason.DATE_INVALID, "write dates as 2026-06-30");
    }

    /** A whole number of at least zero; null when the field is empty. */
    @Nullable
    Integer count(String field) throws RowRejected {
        String value = text(field);
        if (value.isEmpty()) {
            return null;
        }
        try {
            int count = Integer.parseInt(value);
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one rejection below.
        }
        throw rejected(field, Reason.NUMBER_INVALID, "write a whole number, zero or more");
    }

    /** Yes or no in any of its common spellings; null when the field is empty. */
    @Nullable
    Boolean yesOrNo(String field) throws RowRejected {
        return switch (text(field).toLowerCase(Locale.ROOT)) {
            case "", "unknown" -> null;
            case "true", "yes", "y", "1", "t" -> true;
            case "false", "no", "n", "0", "f" -> false;
            default -> throw rejected(field, Reason.VALUE_UNKNOWN, "write yes or no");
        };
    }

    RowRejected rejected(String field, Reason reason, String advice) {
        return new RowRejected(row.number(), columns.has(field) ? columns.of(field) : field, reason, advice);
    }
}
