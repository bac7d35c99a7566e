package org.reentryatlas.cql2;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.geo.Crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reentryatlas.cql2.Sample.EMPTY;
import static org.reentryatlas.cql2.Sample.SITE;
import static org.reentryatlas.cql2.Sample.truth;
import static org.reentryatlas.cql2.Sample.with;

/** CQL2 Text: what is true of a site, and what is unknown of one without values. */
class TextFilterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRUE",
                "NOT FALSE",
                "name = 'Straße of Hope'",
                "\"name\" <> 'other'",
                "beds=12 AND beds>11 AND beds<13 and beds>=12 and beds<=12 AND beds<>11",
                "12.0 = beds",
                "beds = 1.2E1 and beds = 1200e-2 and beds = +12 and beds > -.5 and beds < 13.",
                "open = TRUE and open <> false and open > false and open in (true)",
                "since = DATE('2020-01-15') and since < until and \"date\" >= date('2021-05-05')",
                "date >= date('2021-05-05')",
                "since = '2020-01-15' and since in ('2020-01-15', '2021-01-01')",
                "seen = TIMESTAMP('2024-03-01T12:00:00Z') and seen < '2024-03-01T12:00:00.001Z'",
                "'foo' = 'foo' AND 1 = 1 AND NOT 3.14 <> 3.14 AND DATE('2022-04-14') >= DATE('2022-04-14')",
                "name = name and name >= name and not (name < name)",
                "beds BETWEEN 12 AND 12 and beds not between 100 and 1.0",
                "since between DATE('2020-01-01') and until",
                "name IN ('x', 'Straße of Hope') AND name NOT IN ('x', note) and beds in (beds, 1)",
                "name IS NOT NULL and tags is not null and place IS NOT NULL and casei(name) is not null",
                "interval(since, until) IS NOT NULL and (beds = 1) IS NOT NULL and beds + 1 is not null",
                "FALSE OR beds = 12 AND TRUE",
                "(NOT (beds = 12)) OR (name like 'S%' and not open = false) or not (beds = 12 AND open = true)",
                "NOT beds = 11",
                "((((beds))) = ((12)))",
                "name\nLIKE\t'%Hope'",
                "cAsEi(name)=CASEI('STRASSE OF HOPE') and aCCenTi(casei(name)) Like accenti(Casei('Stráss_ %'))",
            })
    void isTrueOfTheSite(String filter) {
        assertThat(truth(filter, SITE)).isEqualTo(Truth.TRUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name = 'x'",
                "NOT name = 'x'",
                "name = name",
                "name LIKE '%'",
                "beds BETWEEN 1 AND 2",
                "beds NOT IN (1, 2)",
                "1 IN (2, beds)",
                "beds + 1 = 2",
                "casei(name) = 'x'",
                "name = 'x' OR FALSE",
                "name = 'x' AND TRUE",
                "T_AFTER(since, DATE('2020-01-01'))",
                "T_DURING(INTERVAL(since, '..'), INTERVAL('2020-01-01', '..'))",
                "S_DISJOINT(place, POINT(0 0))",
                "A_OVERLAPS(tags, ('x'))",
                "A_CONTAINS(('a', name), ('a'))"
            })
    void isUnknownWhereTheValueIs(String filter) {
        assertThat(truth(filter, EMPTY)).isEqualTo(Truth.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name = 'x' OR TRUE | TRUE",
                "name = 'x' AND FALSE | FALSE",
                "name IS NULL | TRUE",
                "(name = 'x') IS NULL | TRUE",
                "1 IN (1, beds) | TRUE",
                "beds BETWEEN 1 AND 2 AND 1 = 2 | FALSE"
            })
    void isKnownWhereTheRestDecides(String filter, Truth expected) {
        assertThat(truth(filter, EMPTY)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1038290-2*2^0 | 1038288",
                "1038290-20/10 | 1038288",
                "1038290-21 div 10 | 1038288",
                "1038290-5%2 | 1038289",
                "1000-8*11 | 912",
                "2^3 | 8",
                "-2^2 | 4",
                "7/2 | 3.5",
                "-7 div 2 | -3",
                "-7 % 3 | -1",
                "10-4-3 | 3",
                "100/10/2 | 5",
                "(3*(900000+100000)) | 3000000",
                "-(1+1)*-1 | 2",
                "0 * -1 | 0"
            })
    void calculates(String sum, double expected) {
        assertThat(truth("rate = " + sum, with("rate", expected))).isEqualTo(Truth.TRUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/0", "beds/0", "0/0", "1%0", "1 div 0", "10^400", "(0-8)^0.5", "1e308*10"})
    void isUnknownWhatHasNoResult(String sum) {
        assertThat(truth("rate = " + sum, SITE)).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void takesANumberThatIsNoneForUnknown() {
        assertThat(truth("rate > 0", with("rate", Double.NaN))).isEqualTo(Truth.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "'it''s' | it's",
                "'it\\'s' | it's",
                "'' | ``",
                "'a\\\\b' | a\\b",
                "'a\\%b' | a\\%b",
                "'\u00e9\ud83c\udf0d' | \u00e9\ud83c\udf0d"
            })
    void readsTexts(String literal, String expected) {
        assertThat(truth("name = " + literal, with("name", expected))).isEqualTo(Truth.TRUE);
    }

    @Test
    void readsControlCharacters() {
        assertThat(truth("name = '\\a\\b\\t\\n\\v\\f\\r'", with("name", "\u0007\b\t\n\u000B\f\r")))
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void readsNamesAsTheStandardWritesThem() {
        Queryables odd = Queryables.of(List.of(
                new Queryable("layer:ids.x_1", 0, Type.NUMBER),
                new Queryable("a \"b\"", 1, Type.NUMBER),
                new Queryable("point", 2, Type.NUMBER),
                new Queryable("größe", 3, Type.NUMBER)));
        String filter = "layer:ids.x_1 = 0 and \"a \"\"b\"\"\" = 1 and point = 2 and größe = 3";
        assertThat(Cql2.parseText(filter, odd, Crs.WGS84, false).keeps(column -> column))
                .isTrue();
    }
}
