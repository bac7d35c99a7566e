package org.reentryatlas.cql2;

import java.time.Duration;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class LikePatternTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Hope, Hope, true",
                "Hope, hope, false",
                "Hope, H%, true",
                "Hope, %e, true",
                "Hope, _op_, true",
                "Hope, ____, true",
                "Hope, _____, false",
                "Hope, %%, true",
                "``, %, true",
                "``, _%, false",
                "``, ``, true",
                "50%, 50\\%, true",
                "500, 50\\%, false",
                "a_b, a\\_b, true",
                "axb, a\\_b, false",
                "a\\b, a\\\\b, true",
                "a\\, a\\, true",
                "aXbXc, a%X%c, true",
                "mississippi, %iss%ip%, true",
                "mississippi, %iss%iq%, false",
                "\ud83c\udf0d!, _!, true",
                "\ud83c\udf0d!, __!, false"
            })
    void matchesAsTheStandardSays(String text, String pattern, boolean expected) {
        assertThat(LikePattern.of(pattern).matches(text)).isEqualTo(expected);
    }

    @Property
    void matchesWhatTheRegularExpressionMatches(
            @ForAll @Chars({'a', 'b'}) @StringLength(max = 12) String text,
            @ForAll @Chars({'a', 'b', '%', '_'}) @StringLength(max = 8) String pattern) {
        String expression = pattern.replace("%", ".*").replace('_', '.');
        assertThat(LikePattern.of(pattern).matches(text)).isEqualTo(Pattern.matches(expression, text));
    }

    @Property
    void aTextIsLikeItselfWithItsWildcardsEscaped(@ForAll @CharRange(from = ' ', to = '~') String text) {
        assertThat(LikePattern.of(text.replaceAll("[%_\\\\]", "\\\\$0")).matches(text))
                .isTrue();
    }

    @Test
    void takesNoTimeForWhatWouldHangARegularExpression() {
        LikePattern pattern = LikePattern.of("%a".repeat(4_000) + "b");
        assertThat(assertTimeout(Duration.ofSeconds(10), () -> pattern.matches("a".repeat(10_000))))
                .isFalse();
    }
}
