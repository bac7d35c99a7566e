package org.reentryatlas.app;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.support.HtmlPage;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of text, above all the one that explains hidden numbers: fit for a screen reader and for the strict CSP, and true to the map's signs. */
class TextPagesTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static final Path FRONTEND = Path.of("frontend");

    private static String text(String path) throws Exception {
        HttpResponse<String> response = CITY.get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private static HtmlPage page() throws Exception {
        return HtmlPage.parse(text("/why.html?lang=en"));
    }

    @Test
    void itsMarkupIsSoundAndEverySignBesideWordsIsLeftToTheWords() throws Exception {
        assertThat(page().faults()).isEmpty();
        assertThat(page().all("svg"))
                .hasSizeGreaterThan(4)
                .allSatisfy(sign -> assertThat(sign.getAttribute("aria-hidden")).isEqualTo("true"));
    }

    @ParameterizedTest
    @CsvSource({"why, en", "reading, en", "never, en", "why, es", "reading, es", "never, es"})
    void aPageNeedsNothingThatTheContentSecurityPolicyForbidsOrThatIsNotThere(String name, String language)
            throws Exception {
        String text = text("/" + name + ".html?lang=" + language);
        assertThat(text).doesNotContain("<style", "style=", "http:", "https:");
        HtmlPage page = HtmlPage.parse(text);
        assertThat(page.faults()).isEmpty();
        assertThat(page.all("html").get(0).getAttribute("lang")).isEqualTo(language);
        assertThat(page.all("meta")).anySatisfy(meta -> {
            assertThat(meta.getAttribute("name")).isEqualTo("description");
            assertThat(meta.getAttribute("content")).isNotEmpty();
        });
        assertThat(page.all("script")).hasSize(1).allSatisfy(script -> {
            assertThat(script.getTextContent()).isEmpty();
            assertThat(FRONTEND.resolve(script.getAttribute("src").substring(1)))
                    .exists();
        });
        for (String tag : List.of("a", "link")) {
            assertThat(page.all(tag)).isNotEmpty();
            for (Element link : page.all(tag)) {
                String href = link.getAttribute("href");
                assertThat(href.startsWith("#") ? 200 : CITY.get(href).statusCode())
                        .as(href)
                        .isEqualTo(200);
            }
        }
    }

    /** Another language says as much: as many headings, points and signs. */
    @ParameterizedTest
    @ValueSource(strings = {"why", "reading", "never"})
    void bothLanguagesHaveTheSameParts(String name) throws Exception {
        HtmlPage english = HtmlPage.parse(text("/" + name + ".html?lang=en"));
        HtmlPage spanish = HtmlPage.parse(text("/" + name + ".html?lang=es"));
        for (String tag : List.of("h1", "h2", "p", "li", "svg", "a", "strong")) {
            assertThat(spanish.all(tag)).as(tag).hasSameSizeAs(english.all(tag));
        }
        assertThat(spanish.all("h1").get(0).getTextContent())
                .isNotEqualTo(english.all("h1").get(0).getTextContent());
    }

    @Test
    void itsSignsAreThoseOfTheMap() throws Exception {
        String patterns = Files.readString(FRONTEND.resolve("map/patterns.js"));
        String styles = Files.readString(FRONTEND.resolve("map.css"));
        for (Element path : page().all("path")) {
            assertThat(patterns).contains("d: \"" + path.getAttribute("d") + "\"");
        }
        assertThat(page().all("pattern")).hasSize(3).allSatisfy(pattern -> {
            String id = pattern.getAttribute("id");
            assertThat(patterns).contains("\"" + id + "\", " + pattern.getAttribute("width") + ",");
            assertThat(styles).contains("url(\"#" + id + "\")");
        });
    }

    @Test
    void itSaysWhatAReaderMustKnowAndNamesPeopleFirst() throws Exception {
        String words = page().all("main").get(0).getTextContent().replaceAll("\\s+", " ");
        assertThat(words)
                .contains("Hidden does not mean small")
                .contains("15 stands for any count from 11 to 17")
                .contains("stay the same though a few people came or went")
                .contains("Hidden for privacy.", "Nobody (0).", "No data.", "Unstable.", "Whom to ask")
                .doesNotContainIgnoringCase("offender");
        // Flesch-Kincaid grade, with a vowel group for a syllable: a little high, never low.
        double sentences = words.split("[.?:;] ").length;
        double count = words.split(" ").length;
        double syllables = Pattern.compile("[aeiouy]+", Pattern.CASE_INSENSITIVE)
                .matcher(words)
                .results()
                .count();
        assertThat(0.39 * count / sentences + 11.8 * syllables / count - 15.59).isLessThan(8.5);
        assertThat(List.of(words.split(" "))).hasSizeLessThan(1000);
    }
}
