package org.reentryatlas.brief;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a brief does when the directory says more than a sheet has room for. */
class BriefPdfFitTest {
    private static final Words WORDS = Words.in(Locale.US);
    private static final String LEFT_OUT = WORDS.say("leftOut");

    private static Map<String, Object> service(int number, String eligibility) {
        return Map.of(
                "kind", "Kind " + number,
                "here", "0",
                "mark", Optional.empty(),
                "distance", Optional.empty(),
                "site",
                        Optional.of(Map.of(
                                "name", "Service " + number + ".",
                                "address", number + " Street",
                                "hours", Optional.empty(),
                                "hourParts", List.of(),
                                "eligibility", Optional.of(eligibility),
                                "recordsNote", Optional.empty(),
                                "phone", Optional.empty())));
    }

    private static Map<String, Object> brief(String eligibility) {
        Map<String, Object> brief = new HashMap<>(WORDS.page("Small City", "Beat 01", "/areas/beat/01"));
        for (String text : List.of(
                "briefTitle", "subject", "author", "asOf", "release", "lead", "mapText", "coverageHere", "permalink")) {
            brief.put(text, text);
        }
        for (String absent : List.of("within", "map", "directoryAsOf", "gaps")) {
            brief.put(absent, Optional.empty());
        }
        for (String none : List.of("cautions", "facts", "whyHidden", "foot")) {
            brief.put(none, List.of());
        }
        brief.put(
                "numbers",
                Map.of(
                        "caption", "Numbers",
                        "others", List.of(),
                        "times", Optional.empty(),
                        "rows", List.of(),
                        "notes", List.of()));
        brief.put(
                "services",
                IntStream.rangeClosed(1, 13)
                        .mapToObj(number -> service(number, eligibility))
                        .toList());
        return brief;
    }

    private static String sheet(String eligibility, Paper paper) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(new BriefPdf().write(() -> brief(eligibility), paper))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            return new PDFTextStripper().getText(pdf).replaceAll("[\\s\u00a0]+", " ");
        }
    }

    @Test
    void whatFitsIsThereWhole() throws Exception {
        assertThat(sheet("For everybody.", Paper.LETTER))
                .contains("Service 1.", "Service 13.")
                .doesNotContain(LEFT_OUT);
    }

    @Test
    void whatDoesNotFitIsLeftOutFromTheEndAndTheSheetSaysSo() throws Exception {
        for (Paper paper : Paper.values()) {
            assertThat(sheet("Only who can wait. ".repeat(60), paper))
                    .contains("Service 1.", LEFT_OUT)
                    .doesNotContain("Service 13.");
        }
    }

    @Test
    void evenOneServiceThatFillsASheetLeavesOneSheet() throws Exception {
        assertThat(sheet("Only who can wait. ".repeat(600), Paper.A4))
                .contains(LEFT_OUT)
                .doesNotContain("Service 1.");
    }
}
