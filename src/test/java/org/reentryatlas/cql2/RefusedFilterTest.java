package org.reentryatlas.cql2;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reentryatlas.geo.Crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.reentryatlas.cql2.Sample.QUERYABLES;
import static org.reentryatlas.cql2.Sample.SITE;

/** What is no filter, or too much of one, is refused with what is wrong and where. */
class RefusedFilterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "beds = | The filter ends too early (at character 7)",
                "beds == 1 | The filter should not go on with '=' (at character 7)",
                "beds = 1 beds | The filter should not go on with 'beds' (at character 10)",
                "beds = 1) | The filter should not go on with ')' (at character 9)",
                "name = 'x | A quotation is not closed (at character 8)",
                "\"name = 1 | A quotation is not closed (at character 1)",
                "name = # | should not go on with '#'",
                "NOT NOT TRUE | should not go on with 'NOT'",
                "beds IN () | should not go on with ')'",
                "secret = 1 | There is no property 'secret' to filter by (at character 1)",
                "Name = 'x' | There is no property 'Name'",
                "name = 1 | Property 'name' (text) cannot be compared with a value of type number (at character 8)",
                "1 = name | A value of type number cannot be compared with property 'name' (text)",
                "beds > '5' | Property 'beds' (number) cannot be compared",
                "open = 1 | Property 'open' (boolean) cannot be compared",
                "since = 'soon' | Property 'since' (date) cannot be compared with a value of type text (at character 9)",
                "since < seen | cannot be compared with property 'seen' (timestamp)",
                "beds LIKE '1%' | 'like' takes a text, and property 'beds' (number) is none (at character 1)",
                "name LIKE note | The pattern of LIKE must be a text in quotes (at character 11)",
                "name LIKE 5 | The pattern of LIKE",
                "casei(beds) = 'x' | 'casei' takes a text, and property 'beds'",
                "casei(name, name) = 'x' | 'casei' takes one argument",
                "name + 1 = 2 | '+' takes a number, and property 'name' (text) is none",
                "+beds = 1 | A plus sign must stand",
                "beds BETWEEN 1 AND 'x' | cannot be compared",
                "name IN ('a', 1) | cannot be compared",
                "tags = 'food' | Property 'tags' (array of texts) cannot be used here",
                "place = 'x' | Property 'place' (geometry) cannot be used here",
                "beds | A condition was expected",
                "open | A condition was expected",
                "open AND TRUE | A condition was expected",
                "'x' | A condition was expected",
                "(beds = 1) = TRUE | '=' is nothing that gives a value here",
                "beds + 1 | '+' is nothing that gives a condition",
                "buffer(place, 1) = 2 | 'buffer' is nothing that gives a value here",
                "within(place, POINT(0 0)) | 'within' is nothing that gives a condition",
                "S_INTERSECTS(name, POINT(0 0)) | 's_intersects' takes a geometry, and property 'name' (text) is none",
                "S_INTERSECTS(place) | 's_intersects' takes 2 arguments",
                "S_INTERSECTS(place, 'POINT(0 0)') | takes a geometry, and a value of type text",
                "S_INTERSECTS(place, POINT(200 0)) | where its reference system does not reach (at character 21)",
                "S_INTERSECTS(place, MULTIPOINT(7.02 49.92, 90 180)) | where its reference system does not reach",
                "S_INTERSECTS(place, POINT(1)) | A geometry cannot be read",
                "S_INTERSECTS(place, POINT(1e999 0)) | A geometry cannot be read: one of its coordinates is not a finite",
                "S_INTERSECTS(place, POLYGON((0 0, 1 1, 2 2))) | A geometry cannot be read",
                "S_INTERSECTS(place, POLYGON((0 0, 2 2, 2 0, 0 2, 0 0))) | A geometry is not valid: Self-intersection",
                "S_INTERSECTS(place, POINT EMPTY) | should not go on with",
                "S_INTERSECTS(place, POINT(EMPTY)) | A geometry",
                "S_INTERSECTS(place, BBOX(0, 5, 1, 4)) | An edge of a box is on the wrong side",
                "S_INTERSECTS(place, BBOX(0, 5, 1)) | A box must have four numbers, or six",
                "S_INTERSECTS(place, BBOX(0, beds, 1, 4)) | BBOX takes numbers (at character 29)",
                "T_AFTER(name, DATE('2020-01-01')) | 't_after' takes dates, timestamps or intervals, and property 'name'",
                "T_AFTER(since, TIMESTAMP('2020-01-01T00:00:00Z')) | Dates and timestamps cannot be compared",
                "T_DURING(since, INTERVAL('2020-01-01', '..')) | 't_during' takes intervals, and property 'since' (date)",
                "T_AFTER(since, INTERVAL('2020-01-01', '2020-01-01T00:00:00Z')) | Dates and timestamps cannot",
                "T_AFTER(since, INTERVAL('2021-01-01', '2020-01-01')) | An interval ends before it starts (at character 16)",
                "T_AFTER(since, INTERVAL('soon', '..')) | An end of an interval must be written like",
                "T_AFTER(since, INTERVAL(name, '..')) | Property 'name' (text) is neither a date nor a timestamp",
                "T_AFTER(since, INTERVAL('..')) | An interval must have two ends",
                "T_AFTER(since, INTERVAL(1, 2)) | An end of an interval must be a text or a property",
                "since = DATE('2021-02-30') | A date must be written like 2026-07-31 (at character 9)",
                "since = DATE(20) | DATE takes one text in quotes",
                "seen = TIMESTAMP('2021-02-03') | A timestamp must be written like",
                "A_CONTAINS(tags, (1)) | 'a_contains' takes a text, and a value of type number is none",
                "A_CONTAINS(name, ('x')) | 'a_contains' takes an array of texts, and property 'name'",
                "beds = 1e999999999 | A number is too large (at character 8)",
                "beds + 1e999999999 - 1e999999999 = 0 | A number is too large"
            })
    void text(String filter, String message) {
        assertThatThrownBy(() -> Sample.parseText(filter))
                .isInstanceOf(Cql2Exception.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ | The filter is not JSON",
                "{} {} | The filter is not JSON",
                "{'op':'=','op':'=','args':[1,1]} | The filter is not JSON",
                "null | A filter has no null (at the start)",
                "[] | A condition was expected",
                "{} | An object is none of those that a filter has (at the start)",
                "{'op':'='} | An array was expected (at /args)",
                "{'op':1,'args':[]} | A text was expected (at /op)",
                "{'op':'and','args':[true]} | 'and' takes two arguments or more",
                "{'op':'not','args':[true,false]} | 'not' takes one argument",
                "{'op':'=','args':[{'property':'beds'},'x']} | Property 'beds' (number) cannot be compared",
                "{'op':'=','args':[{'property':'beds'},null]} | A filter has no null (at /args/1)",
                "{'op':'=','args':[{'property':7},1]} | A text was expected (at /args/0/property)",
                "{'op':'=','args':[{'property':'beds'},1e999]} | A number is too large (at /args/1)",
                "{'op':'in','args':[{'property':'beds'},[]]} | IN takes a list of at least one value",
                "{'op':'in','args':[{'property':'beds'},1]} | IN takes a list of at least one value",
                "{'op':'in','args':[{'property':'beds'},[[1]]]} | A single value was expected (at /args/1/0)",
                "{'op':'s_within','args':[{'property':'place'},{'bbox':[1,2,3]}]} | A box must have four numbers",
                "{'op':'s_within','args':[{'property':'place'},{'bbox':['1',2,3,4]}]} | A number was expected (at /args/1/bbox/0)",
                "{'op':'s_within','args':[{'property':'place'},{'type':'Circle'}]} | its type is none of GeoJSON's",
                "{'op':'t_after','args':[{'property':'since'},{'interval':'..'}]} | An array was expected",
                "{'op':'t_after','args':[{'property':'since'},{'interval':[1,'..']}]} | An end of an interval",
                "{'op':'t_after','args':[{'property':'since'},{'date':'x'}]} | A date must be written like"
            })
    void json(String filter, String message) {
        assertThatThrownBy(() -> Sample.parseJson(filter.replace('\'', '"').replace("GeoJSON\"s", "GeoJSON's")))
                .isInstanceOf(Cql2Exception.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatIsEmptyOrTooLong() {
        assertThatThrownBy(() -> Sample.parseText(" ")).hasMessageContaining("The filter is empty");
        String longest = "TRUE" + " ".repeat(4_996);
        assertThat(Sample.parseText(longest).keeps(SITE)).isTrue();
        assertThatThrownBy(() -> Sample.parseText(longest + " "))
                .hasMessageContaining("longer than 5000 characters (at character 5001)");
        assertThatThrownBy(() -> Sample.parseJson(longest.toLowerCase(Locale.ROOT) + " "))
                .hasMessageContaining("longer than 5000 characters");
    }

    @Test
    void whatIsNestedTooDeep() {
        assertThat(Sample.parseText("(".repeat(50) + "TRUE" + ")".repeat(50)).keeps(SITE))
                .isTrue();
        for (String deep : List.of(
                "(".repeat(51) + "TRUE" + ")".repeat(51),
                "(".repeat(5_000),
                "NOT (".repeat(999) + "TRUE",
                "casei(".repeat(833),
                "name = " + "casei(".repeat(50) + "name" + ")".repeat(50) + " OR (NOT (name LIKE 'x'))",
                "beds = 1" + "+1".repeat(60),
                "S_WITHIN(place, " + "GEOMETRYCOLLECTION(".repeat(250))) {
            assertThatThrownBy(() -> Sample.parseText(deep))
                    .isInstanceOf(Cql2Exception.class)
                    .hasMessageContaining("nested more than 50 levels deep");
        }
        assertThatThrownBy(() -> Sample.parseText("NOT ".repeat(1_240) + "TRUE"))
                .isInstanceOf(Cql2Exception.class)
                .hasMessageContaining("should not go on with 'NOT' (at character 5)");
        assertThatThrownBy(() -> Sample.parseText("-".repeat(4_990) + "1 = 1"))
                .isInstanceOf(Cql2Exception.class)
                .hasMessageContaining("should not go on with '-' (at character 2)");
    }

    @Test
    void jsonThatIsNestedTooDeep() {
        String not = "{\"op\":\"not\",\"args\":[";
        assertThat(Sample.parseJson(not.repeat(50) + "true" + "]}".repeat(50)).keeps(SITE))
                .isTrue();
        assertThatThrownBy(() -> Sample.parseJson(not.repeat(51) + "true" + "]}".repeat(51)))
                .hasMessageContaining("nested more than 50 levels deep");
        for (String deep : List.of(not.repeat(240), "[".repeat(5_000), "{\"a\":".repeat(1_000))) {
            assertThatThrownBy(() -> Sample.parseJson(deep))
                    .isInstanceOf(Cql2Exception.class)
                    .hasMessageContaining("nested too deep");
        }
    }

    @Test
    void listsThatAreTooLong() {
        String thousand = IntStream.range(0, 1_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
        assertThat(Sample.parseText("beds IN (" + thousand + ")").keeps(SITE)).isTrue();
        assertThatThrownBy(() -> Sample.parseText("beds IN (7," + thousand + ")"))
                .hasMessageContaining("A list has more than 1000 items");
        assertThatThrownBy(() -> Sample.parseText("A_EQUALS((7," + thousand + "), ())"))
                .hasMessageContaining("A list has more than 1000 items");
    }

    @Test
    void noMessageRepeatsALongInput() {
        for (String filter : List.of(
                "x".repeat(4_900) + " = 1",
                "beds " + "x".repeat(4_900),
                "f" + "x".repeat(4_900) + "(1)",
                "\"a\n" + "b".repeat(500) + "\" = 1",
                "since = DATE('" + "x".repeat(4_900) + "')",
                "S_WITHIN(place, POINT(" + "x".repeat(4_900) + "))")) {
            assertThatThrownBy(() -> Sample.parseText(filter))
                    .isInstanceOf(Cql2Exception.class)
                    .satisfies(
                            e -> assertThat(e.getMessage()).hasSizeLessThan(200).doesNotContain("\n"));
        }
    }

    @Test
    void noTextTakesLongToRead() {
        for (String slow : List.of(
                "'\\' ".repeat(1_250),
                "\"".repeat(4_999),
                "'a".repeat(2_499),
                "(a=1)OR".repeat(714),
                ("(".repeat(49) + "a" + ")".repeat(49) + "=").repeat(50),
                "((((((((((((((((((((" + "a AND ".repeat(830),
                "a.".repeat(2_500),
                "1e".repeat(2_500),
                "POINT ".repeat(833),
                "beds IN (" + "beds,".repeat(995) + "1)")) {
            assertTimeout(Duration.ofSeconds(5), () -> {
                try {
                    Sample.parseText(slow).keeps(SITE);
                } catch (Cql2Exception e) {
                    assertThat(e.getMessage()).hasSizeLessThan(200);
                }
            });
        }
    }

    @Test
    void aPlaceWhereTheSystemDoesNotReach() {
        assertThatThrownBy(() -> Cql2.parseText("S_WITHIN(place, POINT(-97 38.9))", QUERYABLES, Crs.WGS84, true))
                .isInstanceOf(Cql2Exception.class)
                .hasMessageContaining("does not reach");
    }

    @Test
    void queryablesThatCannotBeToldApart() {
        Queryable one = new Queryable("a", 0, Type.GEOMETRY);
        assertThatThrownBy(() -> Queryables.of(List.of(one, one))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Queryables.of(List.of(one, new Queryable("b", 1, Type.GEOMETRY))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
