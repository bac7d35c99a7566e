package org.reentryatlas.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Words that are tried first at a place, alone, in a row and with other signs around. */
class PlaceWordsTest {
    private static final PlaceWords WORDS = PlaceWords.of(List.of("Ciudad Pequeña", "Small County Supervision"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "atlas2026",
                "!Reentry Atlas!",
                "ReentryAtlas1",
                "CIUDAD PEQUENA 1",
                "ciudad-pequeña",
                "ciudadpequen\u0303a",
                "atlasatlas",
                "Small County Supervision",
                "police & probation",
                "Policia.2026",
                "CSO-unit-4",
                "atlas for CSO unit 4"
            })
    void nothingButSuchWordsIsRefused(String password) {
        assertThat(WORDS.with("CSO unit 4").with("for").isAllOf(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "12345678", "atlas moth at noon", "heron over a quiet pond", "atla", "smallcounty", "ciudad"
            })
    void anythingElseIsNot(String password) {
        assertThat(WORDS.with("CSO unit 4").isAllOf(password)).isFalse();
    }

    @Test
    void aNameWithoutLettersRefusesNothing() {
        assertThat(WORDS.with("4711").isAllOf("47114711")).isFalse();
    }

    /** Whoever chooses one can read which are refused. */
    @Test
    void theWordsAreDocumented() throws Exception {
        String said = Files.readString(Path.of("src/docs/security.md")).replaceAll("\\s+", " ");
        assertThat(PlaceWords.EVERYWHERE).allSatisfy(word -> assertThat(said).contains("*" + word + "*"));
    }
}
