package org.reentryatlas.cql2;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reentryatlas.cql2.Sample.SITE;
import static org.reentryatlas.cql2.Sample.truth;
import static org.reentryatlas.cql2.Sample.with;

/** Arrays as sets; the tags of the site are housing and food. */
class ArrayFilterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A_EQUALS(tags, ('food', 'housing', 'food')) | TRUE",
                "A_EQUALS(tags, ('food')) | FALSE",
                "A_CONTAINS(tags, ('food')) | TRUE",
                "A_CONTAINS(tags, ()) | TRUE",
                "a_contains(tags, ('food', 'x')) | FALSE",
                "A_CONTAINEDBY(tags, ('food', 'housing', 'x')) | TRUE",
                "A_CONTAINEDBY(tags, ('food', 'x')) | FALSE",
                "A_OVERLAPS(tags, ('food', 'x')) | TRUE",
                "A_OVERLAPS(('x', 'y'), tags) | FALSE",
                "A_OVERLAPS(tags, ()) | FALSE",
                "A_OVERLAPS(tags, (casei('FOOD'), name)) | TRUE",
                "A_EQUALS(tags, tags) | TRUE",
                "A_CONTAINS((1, 'a', true, DATE('2020-01-15')), (since, beds - 11)) | TRUE"
            })
    void comparesSets(String filter, Truth expected) {
        assertThat(truth(filter, SITE)).isEqualTo(expected);
    }

    @Test
    void repetitionDoesNotCount() {
        Row row = with("tags", List.of("x", "y", "x"));
        assertThat(truth("A_EQUALS(tags, ('y', 'x'))", row)).isEqualTo(Truth.TRUE);
        assertThat(truth("A_EQUALS(('x', 'y', 'z'), tags)", row)).isEqualTo(Truth.FALSE);
        assertThat(truth("A_EQUALS(tags, ('x'))", row)).isEqualTo(Truth.FALSE);
    }
}
