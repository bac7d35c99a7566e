package org.reentryatlas.cql2;

/** What stands in quotation marks in CQL2 Text. */
final class Quoted {
    /** Letters after a backslash and the control characters they stand for (requirement cql2-text/escaping). */
    private static final String LETTERS = "abtnvfr";

    private static final String CONTROLS = "\u0007\b\t\n\u000B\f\r";

    private Quoted() {}

    /** The name in double quotes. */
    static String name(String token) {
        return token.substring(1, token.length() - 1).replace("\"\"", "\"");
    }

    /** The text in single quotes; a backslash that escapes nothing stays, since LIKE has a use for it. */
    static String text(String token) {
        StringBuilder text = new StringBuilder(token.length());
        for (int i = 1; i < token.length() - 1; i++) {
            char unit = token.charAt(i);
            if (unit == '\'') {
                text.append(unit);
                i++;
            } else if (unit == '\\') {
                i++;
                text.append(escaped(token.charAt(i)));
            } else {
                text.append(unit);
            }
        }
        return text.toString();
    }

    private static String escaped(char unit) {
        int control = LETTERS.indexOf(unit);
        if (control >= 0) {
            return CONTROLS.substring(control, control + 1);
        }
        return unit == '\\' || unit == '\'' ? String.valueOf(unit) : "\\" + unit;
    }
}
