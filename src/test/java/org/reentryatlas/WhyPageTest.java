package org.reentryatlas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.support.HtmlPage;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of text, above all the one that explains hidden numbers: fit for a screen reader and for the strict CSP, and true to the map's signs. */
class WhyPageTest {
    private static final Path FRONTEND = Path.of("frontend");

    private static HtmlPage page() throws IOException {
        return HtmlPage.parse(text());
    }

    private static String text() throws IOException {
        return Files.readString(FRONTEND.resolve("why.html"));
    }

    @Test
    void itsMarkupIsSoundAndEverySignBesideWordsIsLeftToTheWords() throws Exception {
        assertThat(page().faults()).isEmpty();
        assertThat(page().all("svg"))
                .hasSizeGreaterThan(4)
                .allSatisfy(sign -> assertThat(sign.getAttribute("aria-hidden")).isEqualTo("true"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"why.html", "reading.html", "never.html", "es/why.html", "es/reading.html", "es/never.html"})
    void aPageOfTextNeedsNothingThatTheContentSecurityPolicyForbidsOrThatIsNotThere(String name) throws Exception {
        String text = Files.readString(FRONTEND.resolve(name));
        assertThat(text).doesNotContain("<style", "style=", "http:", "https:");
        HtmlPage page = HtmlPage.parse(text);
        assertThat(page.faults()).isEmpty();
        assertThat(page.all("html").get(0).getAttribute("lang")).isEqualTo(name.startsWith("es/") ? "es" : "en");
        assertThat(page.all("script")).hasSize(1).allSatisfy(script -> {
            assertThat(script.getTextContent()).isEmpty();
            assertThat(fileOf(script.getAttribute("src"))).exists();
        });
        for (Element link : page.all("link")) {
            assertThat(fileOf(link.getAttribute("href"))).exists();
        }
        for (Element link : page.all("a")) {
            String href = link.getAttribute("href");
            if (!href.equals("#main")) {
                assertThat(fileOf(href.replaceFirst("[?].*", ""))).exists();
            }
        }
    }

    private static Path fileOf(String href) {
        return FRONTEND.resolve(href.equals("/") ? "index.html" : href.substring(1));
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
