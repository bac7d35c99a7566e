package org.reentryatlas.cql2;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The same filter, or part of one, in CQL2 Text, CQL2 JSON and the SQL of PostGIS. */
record Written(String text, String json, String sql) {
    static Written property(String name) {
        return new Written(name, "{\"property\":\"" + name + "\"}", name);
    }

    static Written text(String value) {
        String quoted = "'" + value.replace("'", "''") + "'";
        return new Written(quoted.replace("\\", "\\\\"), json(value), quoted + " collate \"C\"");
    }

    static Written number(int value) {
        return new Written(String.valueOf(value), String.valueOf(value), "(" + value + ")::float8");
    }

    static Written truth(boolean value) {
        return new Written(String.valueOf(value), String.valueOf(value), String.valueOf(value));
    }

    /** An operator between two parts. */
    static Written between(String operator, Written left, Written right) {
        return new Written(
                "(" + left.text + " " + operator + " " + right.text + ")",
                op(operator, left, right),
                "(" + left.sql + " " + operator + " " + right.sql + ")");
    }

    /** What is written like a function, with SQL of its own. */
    static Written function(String name, String sql, Written... arguments) {
        return new Written(name + "(" + joined(List.of(arguments), Written::text) + ")", op(name, arguments), sql);
    }

    Written withText(String other) {
        return new Written(other, json, sql);
    }

    Written withSql(String other) {
        return new Written(text, json, other);
    }

    Written not() {
        return new Written("NOT (" + text + ")", op("not", this), "(NOT " + sql + ")");
    }

    static String op(String name, Written... arguments) {
        return "{\"op\":" + json(name) + ",\"args\":[" + joined(Arrays.asList(arguments), Written::json) + "]}";
    }

    static String joined(List<Written> parts, Function<Written, String> form) {
        return parts.stream().map(form).collect(Collectors.joining(","));
    }

    private static String json(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
