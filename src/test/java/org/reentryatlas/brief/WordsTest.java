package org.reentryatlas.brief;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.reentryatlas.gap.AccessMeasure;
import org.reentryatlas.layer.LevelWords;
import org.reentryatlas.layer.ServiceCategory;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {
    private static final Words ENGLISH = Words.in(Locale.US);
    private static final Words SPANISH = Words.in(new Locale("es", "US"));
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void bothLanguagesHaveTheSameSentencesWithTheSamePlaces() throws Exception {
        java.util.Properties spanish = new java.util.Properties();
        try (var in = Words.class.getResourceAsStream("words_es.properties")) {
            spanish.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
        }
        Map<String, String> english = ENGLISH.all();
        assertThat(spanish.stringPropertyNames()).isEqualTo(english.keySet());
        english.forEach((key, text) -> {
            assertThat(places(spanish.getProperty(key))).as(key).isEqualTo(places(text));
            assertThat(text + spanish.getProperty(key)).as(key).doesNotContain("'");
        });
    }

    /** What is made of a code has a prefix; the test beside that of the map's words holds those complete. */
    @Test
    void everySentenceIsSaidSomewhereAndATemplateFillsNoneIn() throws Exception {
        String code = read(Path.of("src/main/java/org/reentryatlas/brief"), ".java");
        // The frame of pages is of all rooms that have some.
        String templates = read(Path.of("src/main/resources/org/reentryatlas/brief"), ".mustache")
                + read(Path.of("src/main/resources/org/reentryatlas/http"), ".mustache");
        Set<String> byCode = Set.of("yes", "no", "case_by_case");
        ENGLISH.all().forEach((key, text) -> {
            boolean isInTemplate = templates.contains("{{say." + key + "}}");
            assertThat(
                            isInTemplate
                                    || code.contains("\"" + key + "\"")
                                    || byCode.contains(key)
                                    || key.matches(
                                            "(blank|level|measure|category|mode|access)[.].*|(why|reading|never)[.](title|description)"))
                    .as(key)
                    .isTrue();
            assertThat(isInTemplate && !places(text).isEmpty()).as(key).isFalse();
        });
    }

    @Test
    void everyMeasureOfAccessIsPutIntoWords() {
        for (AccessMeasure measure : AccessMeasure.values()) {
            assertThat(ENGLISH.access(measure.code())).isNotEqualTo(measure.code());
        }
        assertThat(ENGLISH.access("4sfca")).isEqualTo("4sfca");
    }

    @Test
    void aTimeOfTheWeekIsWrittenAsItsReadersWriteIt() {
        assertThat(ENGLISH.time("Mo10:00")).startsWith("Monday 10:00").endsWith("AM");
        assertThat(ENGLISH.time("Su19:30")).startsWith("Sunday 7:30").endsWith("PM");
        assertThat(SPANISH.time("Sa09:05")).startsWith("Sábado 9:05");
    }

    private static String read(Path folder, String ending) throws IOException {
        StringBuilder text = new StringBuilder();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ending)) {
            for (Path file : files) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aNameThatTheJurisdictionGaveIsNotTranslated() {
        LevelWords psa = new LevelWords("beat", "PSA", "PSAs", List.of());
        assertThat(SPANISH.level(psa)).isEqualTo(psa);
        assertThat(SPANISH.level(new LevelWords("beat", "beat", "beats", List.of()))
                        .one())
                .isEqualTo("zona policial");
        assertThat(SPANISH.name(new ServiceCategory("food", "Groceries", ""))).isEqualTo("Groceries");
        assertThat(SPANISH.name(new ServiceCategory("food", "Food", ""))).isEqualTo("Alimentos");
        assertThat(ENGLISH.name(new ServiceCategory("food", "Food", ""))).isEqualTo("Food");
    }

    @Test
    void figuresHaveThreeDigitsAndDistancesOneDecimal() {
        assertThat(ENGLISH.figure(21.44)).isEqualTo("21.4");
        assertThat(ENGLISH.figure(0.01499)).isEqualTo("0.015");
        assertThat(ENGLISH.figure(25.0)).isEqualTo("25");
        assertThat(ENGLISH.distance(1_609.344)).isEqualTo("1.0 mi");
        assertThat(ENGLISH.distance(12)).isEqualTo("under 0.1 mi");
    }
}
