package org.reentryatlas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.reentryatlas.support.HtmlPage;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;

/** The page that explains hidden numbers: fit for a screen reader and for the strict CSP, and true to the map's signs. */
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

    @Test
    void itNeedsNothingThatTheContentSecurityPolicyForbidsOrThatIsNotThere() throws Exception {
        assertThat(text()).doesNotContain("<script", "<style", "style=", "http:", "https:");
        for (Element link : page().all("link")) {
            assertThat(FRONTEND.resolve(link.getAttribute("href").substring(1))).exists();
        }
        for (Element link : page().all("a")) {
            assertThat(link.getAttribute("href")).isIn("/", "#main");
        }
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
