package org.reentryatlas.ogc;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.layer.Column;

/** Reads what a parameter says a property is. */
final class PropertyValue {
    private PropertyValue() {}

    /**
     * A value as the column has it.
     *
     * @throws ProblemException if the column can have no such value
     */
    static Object parse(Column column, String text) {
        if (!column.values().isEmpty() && !column.values().contains(text)) {
            throw invalid(column, "is none of its values", "They are: " + String.join(", ", column.values()) + ".");
        }
        try {
            return switch (column.type()) {
                case TEXT, TEXTS -> text;
                case INTEGER -> Integer.valueOf(text);
                case NUMBER -> Double.valueOf(text);
                case DATE -> LocalDate.parse(text);
                case BOOLEAN -> truth(column, text);
            };
        } catch (NumberFormatException e) {
            throw invalid(column, "is no number, as its values are", "For example " + column.name() + "=20.");
        } catch (DateTimeException e) {
            throw invalid(column, "is no day, as its values are", "For example " + column.name() + "=2026-06-30.");
        }
    }

    private static Boolean truth(Column column, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(column, "is neither true nor false", "Give one of them.");
        };
    }

    private static ProblemException invalid(Column column, String what, String instead) {
        return ProblemException.badRequest(
                "PARAMETER_INVALID", "What parameter '" + column.name() + "' says " + what + ".", instead);
    }
}
