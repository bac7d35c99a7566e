package org.reentryatlas.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reentryatlas.release.AuditSummary;
import org.reentryatlas.release.ReleaseAccount;
import org.reentryatlas.support.HtmlPage;

import static org.assertj.core.api.Assertions.assertThat;

/** What the report says of an audit that records everything, and of words that could break a page. */
class ReportWordsTest {
    private static final Place PLACE = new Place(
            "Two & <Three>",
            ZoneId.of("America/Denver"),
            Map.of("beat", new Place.LevelWords("zone", "zones"), "city", new Place.LevelWords("city", "cities")));

    private static String html(@Nullable String belowGate) {
        AuditSummary audit = new AuditSummary(
                new AuditSummary.Rules(11, 5, 3),
                List.of(
                        new AuditSummary.Cells("city", "people", 1, 1, 0, 0, 0),
                        new AuditSummary.Cells("beat", "people", 3000, 2998, 1, 0, 1)),
                1234,
                17,
                new AuditSummary.Tightest(2.5, "beat", "people", List.of("city", "beat", "hexagon")),
                List.of(new AuditSummary.Solver("GLOP", "9.15")),
                12.34,
                77,
                4,
                Map.of("shown", 9000L, "hidden", 7L, "moved_to_mars", 3L));
        return ReleaseReport.ofPublic(
                        new ReleaseAccount(
                                "2026-06-30.1",
                                LocalDate.of(2026, 6, 30),
                                Instant.parse("2026-07-01T02:30:00Z"),
                                List.of(),
                                List.of(new ReleaseAccount.Boundaries(
                                        "zones.shp", LocalDate.of(2024, 1, 1), List.of("beat", "city"))),
                                new ReleaseAccount.Input("caseload.csv", "abc", 9010),
                                belowGate,
                                Map.of("people", "People under supervision"),
                                Map.of("beat", 2),
                                audit),
                        PLACE)
                .html();
    }

    @Test
    void anAuditThatRecordsMoreIsReportedWhole() throws Exception {
        Map<String, List<String>> figures = HtmlPage.parse(html(null)).table("Figures of the check");
        assertThat(figures)
                .containsEntry("Demands that the attackers were held to", List.of("1,234"))
                .containsEntry("Demands left to a weaker attacker", List.of("17"))
                .containsEntry(
                        "The nearest that an attack came to a hidden total, hexagons aside",
                        List.of("2.5 people more than is demanded"))
                .containsEntry("Where that was", List.of("People under supervision, by zone"))
                .containsEntry("Layers whose numbers led there", List.of("cities, zones and hexagon areas"))
                .containsEntry("Overlaps of layers left out because nobody can live there", List.of("4"))
                .containsEntry("Solvers", List.of("GLOP 9.15"))
                .containsEntry("Time taken", List.of("12.3 seconds"));
    }

    @Test
    void aShareIsNeverRoundedUpToAll() throws Exception {
        assertThat(HtmlPage.parse(html(null)).table("What is shown and what is hidden, by layer"))
                .containsEntry("Zone", List.of("3,000", "2,998", "1", "1", "0", "99.9\u00a0%"));
    }

    @Test
    void theTimeIsThatOfThePlace() {
        assertThat(html(null)).contains("published on June 30, 2026, 20:30 (America/Denver)");
    }

    @Test
    void anExceptionIsToldWithItsReasonAndWordsAreNeverMarkup() throws Exception {
        HtmlPage page = HtmlPage.parse(html("the <b>map</b> & \"half\" a\u0001reference"));
        assertThat(page.all("blockquote").get(0).getTextContent().strip())
                .isEqualTo("the <b>map</b> & \"half\" a\ufffdreference");
        assertThat(page.all("h1").get(0).getTextContent()).contains("Two & <Three>");
        assertThat(html(null)).contains("no exception was made").doesNotContain("Exception:");
    }

    @Test
    void anOutcomeThatTheReportHasNoWordsForIsCountedAllTheSame() throws Exception {
        HtmlPage page = HtmlPage.parse(html(null));
        assertThat(page.table("People under supervision who are on no map"))
                .containsEntry("Recorded as “moved to mars”", List.of("3"));
        assertThat(page.table("Every row of the caseload, accounted for"))
                .containsEntry("Rows of the file", List.of("9,010"));
    }
}
