package org.reentryatlas.cql2;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FoldingTest {
    /** The expected forms are those of CaseFolding.txt of Unicode, status C and F. */
    @ParameterizedTest
    @CsvSource({
        "HOPE, hope",
        "Straße, strasse",
        "STRAẞE, strasse",
        "ΟΔΟΣ, οδοσ",
        "οδος, οδοσ",
        "İ, i\u0307",
        "ı, ı",
        "\ufb03, ffi",
        "Ǆ, ǆ",
        "ǅ, ǆ",
        "K\u212a, kk",
        "\ud801\udc00, \ud801\udc28"
    })
    void foldsCase(String text, String expected) {
        assertThat(Folding.CASE.apply(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "débárquér, debarquer",
        "København, Kobenhavn",
        "Łódź, Lodz",
        "Chișinău, Chisinau",
        "e\u0301, e",
        "äöüéáí, aoueai",
        "Straße, Straße",
        "한국, 한국"
    })
    void foldsAccents(String text, String expected) {
        assertThat(Folding.ACCENTS.apply(text)).isEqualTo(expected);
    }

    @Property
    void whatIsFoldedStaysSo(@ForAll String text, @ForAll Folding folding) {
        String folded = folding.apply(text);
        assertThat(folding.apply(folded)).isEqualTo(folded);
    }
}
