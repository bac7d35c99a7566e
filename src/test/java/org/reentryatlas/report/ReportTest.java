package org.reentryatlas.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.HtmlPage;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The report about a release of a small city, held against counts that are made without it. */
class ReportTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static final String RELEASE = "2026-01-31.1";
    private static final String BY_LAYER = "What is shown and what is hidden, by layer";
    private static final String OF_BEATS = "Beat: what is shown and what is hidden, by measure";

    private static Map<String, String> environment;
    private static String html;
    private static HtmlPage page;

    @BeforeAll
    static void publish() throws IOException {
        environment = DATABASE.environment(SmallCity.config(directory));
        SmallCity.loadBeats(environment, directory);
        Path caseload = SmallCity.caseload(directory, "caseload.csv", 40, 52, 33, 5, 61, 47, 120, 88, 14, 30, 30, 0);
        Path addresses = SmallCity.addresses(directory, caseload);
        // Beat 12: nobody lives there.
        Files.writeString(addresses, Files.readString(addresses) + "W1,-105.065,43.525,commercial\n");
        run("load", "addresses", addresses.toString());
        StringBuilder more = new StringBuilder();
        for (int i = 0; i < 23; i++) {
            more.append("N").append(i).append(",no_fixed_address,,,,housing,,,\n");
        }
        more.append("B1,po_box,,,,,,,\n")
                .append(SmallCity.row("E1", 1, 99, "").replace("2025-01-01,,", "2025-01-01,2026-01-15,"))
                .append("\nO1,residence,,-105.101,43.501,,,,\n");
        Files.writeString(caseload, Files.readString(caseload) + more);
        run("load", "caseload", caseload.toString(), "--as-of", "2026-01-31");
        run("release", "--as-of", "2026-01-31");
        html = report("report.html");
        page = HtmlPage.parse(html);
    }

    private static Cli run(String... arguments) {
        Cli run = Cli.run(environment, arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private static String report(String name) throws IOException {
        Path file = directory.resolve(name);
        assertThat(run("report", RELEASE, "--out", file.toString()).out()).contains("not for publication");
        return Files.readString(file);
    }

    private static String one(String sql) throws SQLException {
        return DATABASE.query(Role.STEWARD, sql).get(0);
    }

    @Test
    void theFiguresOfEachLayerAreThoseOfThePublishedCells() throws Exception {
        Map<String, List<String>> table = page.table(BY_LAYER);
        assertThat(table)
                .containsOnlyKeys(
                        "Layer",
                        "City",
                        "District",
                        "Sector",
                        "Beat",
                        "Large hexagon",
                        "Medium hexagon",
                        "Small hexagon",
                        "All layers");
        for (String level : List.of("City", "District", "Sector", "Beat", "All layers")) {
            List<String> row = Objects.requireNonNull(table.get(level), level);
            String counted = one("select concat_ws(' ', count(*), count(*) filter (where status = 'shown'),"
                    + " count(*) filter (where status = 'zero'), count(*) filter (where status = 'hidden'))"
                    + " from published.cell c join boundary.area a on a.id = c.area_id"
                    + (level.equals("All layers") ? "" : " where a.level = lower('" + level + "')"));
            int hidden = Integer.parseInt(row.get(3)) + Integer.parseInt(row.get(4));
            assertThat(String.join(" ", row.subList(0, 3)) + " " + hidden)
                    .as(level)
                    .isEqualTo(counted);
        }
    }

    @Test
    void whatHidBeatsIsCountedFromThePeopleThemselves() throws Exception {
        // Everybody has an address of their own, and nobody but the people of beats 4, 10 and 12 can be too few.
        String small = one("with home as (select a.key, w.geom from supervision.raw_residence w"
                + " join supervision.record r using (caseload_id, record_id)"
                + " join boundary.area a on a.level = 'beat' and st_intersects(a.geom, w.geom)"
                + " where r.end_date is null or r.end_date > date '2026-01-31'),"
                + " beat as (select key, count(*) as people from home group by key)"
                + " select count(*) from boundary.area a left join beat b using (key)"
                + " join published.cell c on c.area_id = a.id and c.measure = 'people'"
                + " where a.level = 'beat' and c.status = 'hidden' and coalesce(b.people, 0) - 1 < 11");
        String hidden = one("select count(*) from published.cell c join boundary.area a on a.id = c.area_id"
                + " where a.level = 'beat' and c.measure = 'people' and c.status = 'hidden'");
        List<String> row = Objects.requireNonNull(page.table(OF_BEATS).get("People under supervision"));
        assertThat(row.get(3)).isEqualTo(small);
        assertThat(Integer.parseInt(row.get(3)) + Integer.parseInt(row.get(4))).hasToString(hidden);
        assertThat(Integer.parseInt(row.get(4))).as("a beat hidden for another").isPositive();
    }

    @Test
    void everybodyWhoIsOnNoMapAndEveryRowIsThere() throws Exception {
        Map<String, List<String>> why = page.table("People under supervision who are on no map");
        assertThat(why)
                .containsEntry("They have no fixed address", List.of("23"))
                .containsEntry("Only a post-office box is on record", List.of("1"))
                .containsEntry("Their address was found, but lies in no area of the map", List.of("1"))
                .containsEntry("All who are on no map", List.of("25"));
        Map<String, List<String>> rows = page.table("Every row of the caseload, accounted for");
        assertThat(rows).containsEntry("Supervision had ended on the date", List.of("1"));
        assertThat(rows.get("Rows of the file")).containsExactly(one("select rows_read from supervision.caseload"));
    }

    @Test
    void whatWasNotRecordedIsLeftOutAndNotZero() {
        assertThat(html).doesNotContain("Overlaps of layers", "Solvers", "null");
        assertThat(page.table("Figures of the check")).containsKey("Time taken");
    }

    @Test
    void saysHowNearAnAttackCameAndWhatLedThere() {
        Map<String, List<String>> figures = page.table("Figures of the check");
        assertThat(figures.getOrDefault("The nearest that an attack came to a hidden total, hexagons aside", List.of()))
                .hasSize(1)
                .allMatch(words -> words.matches("[0-9.]+ people more than is demanded|Exactly what is demanded.*"));
        assertThat(figures).containsEntry("Where that was", List.of("People under supervision, by beat"));
        assertThat(figures.getOrDefault("Layers whose numbers led there", List.of()))
                .hasSize(1)
                .allMatch(words -> words.matches("[a-z ,]+s"));
    }

    @Test
    void theSameReleaseGivesTheSamePage() throws Exception {
        assertThat(report("again.html")).isEqualTo(html);
    }

    @Test
    void thePageStandsAloneAndCanBeReadAloud() {
        assertThat(html)
                .startsWith("<!DOCTYPE html>")
                .doesNotContain("<script", "src=", "http:", "https:", "@import", "url(");
        assertThat(page.faults()).isEmpty();
        assertThat(page.all("title").get(0).getTextContent()).isEqualTo("Release report: Small City, January 31, 2026");
        assertThat(page.all("table")).hasSizeGreaterThan(6);
        assertThat(html).contains("Restricted: contains exact counts.").contains("@top-left { content: \"Restricted:");
    }

    @Test
    void thePdfIsTaggedAndReadsInTheOrderOfThePage() throws Exception {
        Path file = directory.resolve("report.pdf");
        run("report", "2026-01-31", "--out", file.toString());
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo("Release report: Small City, January 31, 2026");
            List<String> bookmarks = new ArrayList<>();
            for (PDOutlineItem item : catalog.getDocumentOutline().children()) {
                bookmarks.add(item.getTitle());
            }
            assertThat(bookmarks)
                    .startsWith("In short", "1. What was published")
                    .hasSize(8);
            for (PDPage paper : pdf.getPages()) {
                for (COSName font : paper.getResources().getFontNames()) {
                    assertThat(paper.getResources().getFont(font).isEmbedded()).isTrue();
                }
            }
            for (int number = 1; number <= pdf.getNumberOfPages(); number++) {
                assertThat(words(pdf, number, number)).contains("Restricted: contains exact counts", "Page " + number);
            }
            String text = words(pdf, 1, pdf.getNumberOfPages());
            int from = 0;
            for (Element row : page.all("tr")) {
                String cells = words(String.join(" ", HtmlPage.cells(row)));
                int at = text.indexOf(cells, from);
                assertThat(at).as("after " + from + ": " + cells + "\n" + text).isNotNegative();
                from = at + cells.length();
            }
            assertThat(text).endsWith(" " + one("select fingerprint from supervision.caseload"));
        }
    }

    private static String words(PDDocument pdf, int first, int last) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(first);
        stripper.setEndPage(last);
        return words(stripper.getText(pdf));
    }

    private static String words(String text) {
        return text.replaceAll("[\\s\u00a0]+", " ").strip();
    }

    @Test
    void aFileThatIsThereStaysUnlessForced() throws Exception {
        Path file = Files.writeString(directory.resolve("mine.html"), "mine");
        Cli refused = Cli.run(environment, "report", RELEASE, "--out", file.toString());
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("mine.html is there already; --force");
        assertThat(Files.readString(file)).isEqualTo("mine");
        run("report", RELEASE, "--out", file.toString(), "--force");
        assertThat(Files.readString(file)).isEqualTo(html);
    }

    @Test
    void whatCannotBeReportedIsRefusedAndLeavesNoFile() {
        assertThat(Cli.run(environment, "report", "2020-01-01.1", "--out", path("none.html")))
                .isEqualTo(new Cli(
                        2,
                        "",
                        "atlas: no release 2020-01-01.1 is published; name one such as 2026-06-30.1, or its date\n"));
        assertThat(Cli.run(environment, "report", RELEASE, "--out", path("none.doc"))
                        .err())
                .contains("ends with .html or .pdf");
        assertThat(Cli.run(environment, "report", RELEASE, "--out", path("no-folder/none.pdf"))
                        .err())
                .contains("its folder does not exist");
        assertThat(directory.resolve("none.html")).doesNotExist();
    }

    private static String path(String name) {
        return directory.resolve(name).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"select summary from supervision.release_audit", "table supervision.release_audit"})
    void theServingRoleCannotReadTheAudit(String sql) {
        assertThatThrownBy(() -> DATABASE.query(Role.WEB, sql)).hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update supervision.release_audit set summary = '{}' returning release_id",
                "delete from supervision.release_audit returning release_id"
            })
    void anAuditIsNeverChanged(String sql) {
        assertThatThrownBy(() -> DATABASE.query(Role.STEWARD, sql)).hasMessageContaining("permission denied");
    }
}
