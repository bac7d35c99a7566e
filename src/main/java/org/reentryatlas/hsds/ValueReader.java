package org.reentryatlas.hsds;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the values that programs must understand; what it cannot read it leaves out and counts. */
final class ValueReader {
    private static final int LONGEST_NUMBER = 50;

    private final Map<String, Long> unread = new TreeMap<>();

    /** How many values of each field could not be read. */
    Map<String, Long> unread() {
        return unread;
    }

    /** A day, also of a point in time; null when it cannot be read. */
    @Nullable
    String date(String text, String field) {
        try {
            LocalDate date = LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
            if (date.getYear() >= 1900 && date.getYear() <= 2200) {
                return date.toString();
            }
        } catch (DateTimeException e) {
            // Falls through to the count below.
        }
        return leaveOut(field);
    }

    /** A number that is not negative and fits the database; null when it cannot be read. */
    @Nullable
    String number(String text, String field) {
        try {
            requireShort(text);
            BigDecimal number = new BigDecimal(text);
            if (number.signum() >= 0 && number.precision() - number.scale() < 10 && number.scale() < 10) {
                return number.toPlainString();
            }
        } catch (NumberFormatException e) {
            // Falls through to the count below.
        }
        return leaveOut(field);
    }

    /** A whole number of people or places; null when it cannot be read. */
    @Nullable
    String whole(String text, String field) {
        return text.matches("\\d{1,8}") ? text : leaveOut(field);
    }

    /** Whether a service takes people with records: {@code yes}, {@code no} or {@code case_by_case}; null for other words. */
    @Nullable
    String acceptsRecords(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        return switch (plain) {
            case "yes", "no", "case_by_case" -> plain;
            default -> leaveOut("service.accepts_records");
        };
    }

    /** Whether something is so, where a guess could tell what must stay secret. */
    static boolean flag(String text, String field) throws Faulty {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "false", "no", "n", "0", "f" -> false;
            case "true", "yes", "y", "1", "t" -> true;
            default -> throw new Faulty(field, "value_unknown", "write true or false");
        };
    }

    /** Words of older editions and of people for the four states that 3.0 knows. */
    @Nullable
    String status(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (plain) {
            case "active", "inactive", "defunct", "temporarily closed" -> plain;
            default -> leaveOut("service.status");
        };
    }

    /** A latitude or longitude, without which a record would stand in a wrong place. */
    static double degrees(String text, String field) throws Faulty {
        try {
            requireShort(text);
            double degrees = new BigDecimal(text).doubleValue();
            if (Math.abs(degrees) <= (field.equals("latitude") ? 90 : 180)) {
                return degrees;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one fault below.
        }
        throw new Faulty(field, "number_invalid", "write degrees with a decimal point, or leave it empty");
    }

    /** A number of a million digits would only take long to read. */
    private static void requireShort(String number) {
        if (number.length() > LONGEST_NUMBER) {
            throw new NumberFormatException("too long");
        }
    }

    private @Nullable String leaveOut(String field) {
        unread.merge(field, 1L, Long::sum);
        return null;
    }
}
