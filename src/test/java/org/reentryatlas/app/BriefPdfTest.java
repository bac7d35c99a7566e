package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.geom.Rectangle2D;
import java.net.http.HttpResponse;
import java.text.NumberFormat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The brief of an area as a file that a printer and a screen reader take. */
class BriefPdfTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static byte[] brief(String area, String query) throws Exception {
        HttpResponse<byte[]> response = CITY.getBytes("/areas/" + area + "/brief.pdf" + query);
        assertThat(response.statusCode()).as(area).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/pdf");
        return response.body();
    }

    private static String words(PDDocument pdf) throws Exception {
        return new PDFTextStripper().getText(pdf).replaceAll("[\\s\u00a0]+", " ");
    }

    @Test
    void isOneTaggedSheetWithTitleLanguagePictureTextAndFonts() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(brief("beat/01", "?lang=en"))) {
            assertThat(pdf.getNumberOfPages()).as("gaps are on the back").isEqualTo(2);
            PDPage sheet = pdf.getPage(0);
            assertThat(sheet.getMediaBox().getWidth()).isEqualTo(PDRectangle.LETTER.getWidth());
            assertThat(sheet.getMediaBox().getHeight()).isEqualTo(PDRectangle.LETTER.getHeight());
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Area brief: Beat 01, Beat 1, Small City");
            assertThat(new String(catalog.getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("pdfuaid");
            for (COSName font : sheet.getResources().getFontNames()) {
                assertThat(sheet.getResources().getFont(font).isEmbedded()).isTrue();
            }
            List<PDStructureElement> tags = tags(catalog.getStructureTreeRoot());
            assertThat(tags.stream().map(PDStructureElement::getStructureType))
                    .contains("H1", "H2", "Table", "TH", "TD");
            List<PDStructureElement> figures = tags.stream()
                    .filter(tag -> tag.getStructureType().equals("Figure"))
                    .toList();
            assertThat(figures).hasSize(1);
            assertThat(figures.get(0).getAlternateDescription())
                    .startsWith("Map: Beat 01")
                    .contains("Food Pantry");
        }
    }

    private static List<PDStructureElement> tags(PDStructureNode root) {
        List<PDStructureElement> tags = new ArrayList<>();
        Deque<PDStructureNode> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            for (Object kid : open.pop().getKids()) {
                if (kid instanceof PDStructureElement element) {
                    tags.add(element);
                    open.push(element);
                }
            }
        }
        return tags;
    }

    @Test
    void everyBeatsBriefHasTheNumbersOfItsLayerOnOneSheet() throws Exception {
        NumberFormat counts = NumberFormat.getIntegerInstance(Locale.US);
        int hidden = 0;
        for (JsonNode beat : CITY.json("/ogc/collections/people-by-beat/items").get("features")) {
            JsonNode properties = beat.get("properties");
            try (PDDocument pdf = Loader.loadPDF(brief("beat/" + beat.get("id").asText(), "?lang=en"))) {
                assertThat(pdf.getNumberOfPages()).as("gaps are on the back").isEqualTo(2);
                String text = words(pdf);
                for (JsonNode measure : CITY.json("/api/map").get("measures")) {
                    String code = measure.get("code").asText();
                    String row = measure.get("title").asText() + " ";
                    boolean isHidden = properties.get(code + "_status").asText().equals("hidden");
                    hidden += isHidden ? 1 : 0;
                    String number = isHidden
                            ? "Hidden "
                            : properties.hasNonNull(code + "_low")
                                    ? counts.format(
                                            properties.get(code + "_low").asLong())
                                    : counts.format(properties.get(code).asLong());
                    assertThat(text).as(beat.get("id") + " " + code).contains(row + number);
                }
                assertThat(text)
                        .contains(
                                "As of June 30, 2026", "Release 2026-06-30.", "nobody is on this map", "/areas/beat/");
                assertThat(text).doesNotContain("Hidden Lane").contains("Confidential; call first");
            }
        }
        assertThat(hidden).isPositive();
    }

    @Test
    void isThereInSpanishAndOnTheOtherPaper() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(brief("beat/02", "?lang=es&paper=a4"))) {
            assertThat(pdf.getNumberOfPages()).as("gaps are on the back").isEqualTo(2);
            assertThat(Math.round(pdf.getPage(0).getMediaBox().getHeight())).isEqualTo(842);
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("es");
            assertThat(upperHalf(pdf))
                    .as("the map stands beside the numbers, not below")
                    .contains("redondeadas a múltiplos");
            assertThat(words(pdf)).contains("Zona policial 02", "30 de junio de 2026", "Personas bajo supervisión");
        }
    }

    private static String upperHalf(PDDocument pdf) throws Exception {
        PDRectangle sheet = pdf.getPage(0).getMediaBox();
        PDFTextStripperByArea area = new PDFTextStripperByArea();
        area.addRegion("upper", new Rectangle2D.Double(0, 0, sheet.getWidth(), sheet.getHeight() / 2));
        area.extractRegions(pdf.getPage(0));
        return area.getTextForRegion("upper").replaceAll("[\\s\u00a0]+", " ");
    }

    @Test
    void isKeptUntilSomethingNewIsPublished() throws Exception {
        byte[] first = brief("beat/03", "");
        assertThat(brief("beat/03", "")).isEqualTo(first);
    }

    @Test
    void everyLevelHasBriefs() throws Exception {
        for (JsonNode level : CITY.json("/api/map").get("levels")) {
            String code = level.get("code").asText();
            String id =
                    CITY.ids("/ogc/collections/people-by-" + code + "/items").get(0);
            try (PDDocument pdf = Loader.loadPDF(brief(code + "/" + id, "?lang=en"))) {
                assertThat(pdf.getNumberOfPages()).as(code).isBetween(1, 2);
            }
        }
    }
}
