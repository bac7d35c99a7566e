package org.reentryatlas.cql2;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Filters for {@link RandomRows} that a seed draws. */
final class RandomFilters {
    private static final List<String> COMPARISONS = List.of("=", "<>", "<", ">", "<=", ">=");

    private final Random random;
    private final RandomShapes shapes;

    RandomFilters(Random random) {
        this.random = random;
        this.shapes = new RandomShapes(random);
    }

    Written condition(int levels) {
        if (levels > 0 && random.nextInt(3) > 0) {
            return switch (random.nextInt(3)) {
                case 0 -> Written.between("and", condition(levels - 1), condition(levels - 1));
                case 1 -> Written.between("or", condition(levels - 1), condition(levels - 1));
                default -> condition(levels - 1).not();
            };
        }
        return switch (random.nextInt(9)) {
            case 0 -> compared();
            case 1 -> like();
            case 2 -> numbersBetween();
            case 3 -> in();
            case 4 -> isNull();
            case 5 -> spatial();
            case 6 -> temporal();
            case 7 -> arrays();
            default -> random.nextInt(9) == 0 ? Written.truth(random.nextBoolean()) : compared();
        };
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Written compared() {
        String comparison = one(COMPARISONS);
        return switch (random.nextInt(5)) {
            case 0 -> Written.between(comparison, text(), text());
            case 1 -> Written.between(comparison, number(2), number(2));
            case 2 -> Written.between(comparison, Written.property("open"), Written.truth(random.nextBoolean()));
            case 3 -> Written.between(comparison, day(), day());
            default -> Written.between(comparison, moment(), moment());
        };
    }

    private Written text() {
        Written text = random.nextBoolean()
                ? Written.property(one(List.of("name", "note")))
                : Written.text(one(RandomRows.TEXTS));
        return random.nextInt(4) == 0 ? Written.function("casei", "lower(" + text.sql() + ")", text) : text;
    }

    private Written number(int levels) {
        if (levels == 0 || random.nextBoolean()) {
            return whole(true);
        }
        Written left = number(levels - 1);
        Written right = number(levels - 1);
        return switch (random.nextInt(6)) {
            case 0 -> Written.between("+", left, right);
            case 1 -> Written.between("-", left, right);
            case 2 -> Written.between("*", left, right);
            case 3 ->
                Written.between("/", left, right).withSql("(" + left.sql() + " / nullif(" + right.sql() + ", 0))");
            case 4 -> Written.between("^", whole(false), Written.number(random.nextInt(3)));
            default -> ofWholes();
        };
    }

    private Written whole(boolean orNot) {
        return switch (random.nextInt(orNot ? 3 : 2)) {
            case 0 -> Written.number(random.nextInt(10) - 3);
            case 1 -> Written.property("beds");
            default -> Written.property("rate");
        };
    }

    /** What PostgreSQL has for numerics only. */
    private Written ofWholes() {
        Written left = whole(false);
        Written right = whole(false);
        String operands = left.sql() + "::numeric, nullif(" + right.sql() + "::numeric, 0)";
        return random.nextBoolean()
                ? Written.between("%", left, right).withSql("mod(" + operands + ")::float8")
                : Written.between("div", left, right).withSql("div(" + operands + ")::float8");
    }

    private Written day() {
        String day = RandomRows.day(random).toString();
        return random.nextBoolean()
                ? Written.property(one(List.of("since", "until")))
                : new Written("DATE('" + day + "')", "{\"date\":\"" + day + "\"}", "date '" + day + "'");
    }

    private Written moment() {
        String moment = RandomRows.moment(random).toString();
        return random.nextBoolean()
                ? Written.property(one(List.of("seen", "gone")))
                : new Written(
                        "TIMESTAMP('" + moment + "')",
                        "{\"timestamp\":\"" + moment + "\"}",
                        "timestamptz '" + moment + "'");
    }

    private Written like() {
        Written text = text();
        Written pattern = Written.text(one(RandomRows.TEXTS) + one(List.of("", "%", "_", "\\%", "\\_%")));
        Written like = Written.between("like", text, pattern);
        return random.nextBoolean()
                ? like
                : like.not().withText("(" + text.text() + " NOT LIKE " + pattern.text() + ")");
    }

    private Written numbersBetween() {
        Written value = number(1);
        Written low = number(1);
        Written high = number(1);
        return new Written(
                value.text() + " BETWEEN " + low.text() + " AND " + high.text(),
                Written.op("between", value, low, high),
                "(" + value.sql() + " between " + low.sql() + " and " + high.sql() + ")");
    }

    private Written in() {
        boolean ofTexts = random.nextBoolean();
        Written value = ofTexts ? text() : number(1);
        List<Written> list = Stream.generate(() -> ofTexts ? text() : number(1))
                .limit(1 + random.nextInt(3))
                .toList();
        return new Written(
                value.text() + " IN (" + Written.joined(list, Written::text) + ")",
                "{\"op\":\"in\",\"args\":[" + value.json() + ",[" + Written.joined(list, Written::json) + "]]}",
                "(" + value.sql() + " in (" + Written.joined(list, Written::sql) + "))");
    }

    private Written isNull() {
        Written property = Written.property(one(List.of("name", "beds", "open", "since", "seen", "tags", "place")));
        Written isNull = new Written(
                property.text() + " IS NULL", Written.op("isNull", property), "(" + property.sql() + " is null)");
        return random.nextBoolean() ? isNull : isNull.not().withText(property.text() + " IS NOT NULL");
    }

    private Written spatial() {
        String relation = one(
                List.of("contains", "crosses", "disjoint", "equals", "intersects", "overlaps", "touches", "within"));
        Written literal = shapes.literal();
        Written place = Written.property("place");
        Written[] both = random.nextBoolean() ? new Written[] {place, literal} : new Written[] {literal, place};
        return Written.function(
                "s_" + relation, "ST_" + relation + "(" + both[0].sql() + "," + both[1].sql() + ")", both);
    }

    /** The relations that ranges have in SQL; {@link TimeFilterTest} has the others. */
    private Written temporal() {
        boolean ofDays = random.nextBoolean();
        Written one = span(ofDays);
        Written other = span(ofDays);
        return switch (random.nextInt(5)) {
            case 0 -> Written.function("t_after", "(" + one.sql() + " >> " + other.sql() + ")", one, other);
            case 1 -> Written.function("t_before", "(" + one.sql() + " << " + other.sql() + ")", one, other);
            case 2 -> Written.function("t_disjoint", "(not " + one.sql() + " && " + other.sql() + ")", one, other);
            case 3 -> Written.function("t_equals", "(" + one.sql() + " = " + other.sql() + ")", one, other);
            default -> Written.function("t_intersects", "(" + one.sql() + " && " + other.sql() + ")", one, other);
        };
    }

    private Written span(boolean ofDays) {
        String range = ofDays ? "daterange" : "tstzrange";
        String start = ofDays ? "since" : "seen";
        String end = ofDays ? "until" : "gone";
        String literal = ofDays
                ? RandomRows.day(random).toString()
                : RandomRows.moment(random).toString();
        return switch (random.nextInt(4)) {
            case 0 ->
                Written.property(start)
                        .withSql("(case when " + start + " is not null then " + range + "(" + start + "," + start
                                + ",'[]') end)");
            case 1 ->
                new Written(
                        "INTERVAL(" + start + ", " + end + ")",
                        "{\"interval\":[{\"property\":\"" + start + "\"},{\"property\":\"" + end + "\"}]}",
                        "(case when " + start + " <= " + end + " then " + range + "(" + start + "," + end
                                + ",'[]') end)");
            case 2 ->
                new Written(
                        "INTERVAL('" + literal + "', '..')",
                        "{\"interval\":[\"" + literal + "\",\"..\"]}",
                        range + "('" + literal + "',null,'[]')");
            default ->
                new Written(
                        "INTERVAL('..', '" + literal + "')",
                        "{\"interval\":[\"..\",\"" + literal + "\"]}",
                        range + "(null,'" + literal + "','[]')");
        };
    }

    private Written arrays() {
        List<Written> items = Stream.generate(() -> Written.text(one(RandomRows.TAGS)))
                .limit(random.nextInt(3))
                .toList();
        Written array = new Written(
                "(" + Written.joined(items, Written::text) + ")",
                "[" + Written.joined(items, Written::json) + "]",
                "array[" + Written.joined(items, Written::sql) + "]::text[]");
        Written tags = Written.property("tags");
        return switch (random.nextInt(4)) {
            case 0 -> Written.function("a_contains", "(tags @> " + array.sql() + ")", tags, array);
            case 1 -> Written.function("a_containedBy", "(tags <@ " + array.sql() + ")", tags, array);
            case 2 -> Written.function("a_overlaps", "(tags && " + array.sql() + ")", tags, array);
            default ->
                Written.function(
                        "a_equals", "(tags @> " + array.sql() + " and tags <@ " + array.sql() + ")", tags, array);
        };
    }
}
