package org.reentryatlas.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.reentryatlas.release.ReleaseAccount;

import static org.reentryatlas.report.Figures.count;
import static org.reentryatlas.report.Section.paragraph;

/** What became of every row of the caseload, and how the report can be checked. */
final class PeopleSections {
    private final ReleaseAccount account;
    private final Place place;

    PeopleSections(ReleaseAccount account, Place place) {
        this.account = account;
        this.place = place;
    }

    Section onNoMap() {
        People people = People.of(account.audit().people());
        List<Element> content = new ArrayList<>();
        content.add(
                paragraph(
                        "These counts are exact. Readers of the map see those of the people on no map by the same rules as any other number: hidden when small, and rounded."));
        DataTable table = new DataTable("People under supervision who are on no map", "Why", "People");
        people.onNoMap().forEach((why, number) -> table.row(why, count(number)));
        table.total("All who are on no map", count(people.notMapped()));
        content.add(table.element());
        content.add(rows(people));
        return new Section("people", "5. People who are on no map, and why", content);
    }

    private static Element rows(People people) {
        DataTable table = new DataTable("Every row of the caseload, accounted for", "Outcome", "Rows");
        table.row("In an area whose number of people is shown", count(people.shown()));
        table.row("In an area whose number of people is hidden", count(people.hidden()));
        table.row("On no map", count(people.notMapped()));
        people.notCounted().forEach((why, number) -> table.row(why, count(number)));
        table.total("Rows of the file", count(people.rows()));
        return table.element();
    }

    Section addresses() {
        List<Element> content = new ArrayList<>();
        String reason = account.belowGate();
        if (reason == null) {
            content.add(
                    paragraph(
                            "A map needs at least 85 % of the addresses to be found. This release met that, and no exception was made."));
        } else {
            content.add(
                    paragraph(
                            "A map needs at least 85 % of the addresses to be found. This release did not meet that. The reason for it all the same, which readers of the map see too:"));
            content.add(Element.of("blockquote").add(Element.of("p", reason)));
        }
        if (!account.marked().isEmpty()) {
            List<String> marked = account.marked().entrySet().stream()
                    .map((Map.Entry<String, Integer> level) -> place.counted(level.getValue(), level.getKey()))
                    .toList();
            content.add(paragraph(
                    "Areas of which fewer than 85 %% were found carry a public mark that their numbers are too low: %s. Only areas whose number of people is shown are marked."
                            .formatted(Figures.listing(marked))));
        }
        return new Section("addresses", "6. Addresses that were found", content);
    }

    Section verify() {
        Element steps = Element.of("ol")
                .add(
                        Element.of("li")
                                .text("Figures against the public numbers. When this report was written, the program"
                                        + " counted the published numbers again and held them against these tables; had"
                                        + " they differed, there would be no report. Anybody can count them in the"
                                        + " published layers under /ogc/collections; a number that is hidden has the"
                                        + " status “hidden”, whatever hid it."),
                        Element.of("li")
                                .text("The published files: ")
                                .add(code("scripts/atlas verify --release " + account.id()))
                                .text(
                                        " holds the digests of the files and the chain of the ledger against the published"
                                                + " numbers, row by row. Anybody can check the files and the chain alone, from /ledger"
                                                + " and with sha256sum."),
                        Element.of("li")
                                .text("The whole protection again: ")
                                .add(code("scripts/atlas release --as-of " + account.referenceDate()))
                                .text(
                                        " counts, hides and attacks once more from the stored caseload, and ends with “public"
                                                + " already with these very numbers” if all of it comes out the same."),
                        input(),
                        Element.of("li")
                                .text("This report: ")
                                .add(code("scripts/atlas report " + account.id() + " --out again.html"))
                                .text(
                                        " writes the same web page, byte for byte, with the same version of the program."));
        return verify("The data steward can repeat every step; none of them changes anything.", steps);
    }

    /** Of what is not public nothing can be asked of the server or of the ledger. */
    Section verifyPrepared() {
        Element steps = Element.of("ol")
                .add(
                        Element.of("li")
                                .text("Figures: whoever signs reads cells.csv on the desk and can count them there; a"
                                        + " number that is hidden has the status “hidden”, whatever hid it."),
                        Element.of("li")
                                .text("This report: ")
                                .add(code("sha256sum"))
                                .text(" of it is what the desk shows as the report's SHA-256."),
                        input());
        return verify("Before it is public, the privacy officer and the data steward can verify this much.", steps);
    }

    private static Element input() {
        return Element.of("li")
                .text("The input: ")
                .add(code("sha256sum FILE"))
                .text(" on the agency's copy of the caseload gives the fingerprint below. (A file that"
                        + " holds several layers or consists of several files has a fingerprint of all of it.)");
    }

    private Section verify(String introduction, Element steps) {
        ReleaseAccount.Input caseload = account.caseload();
        DataTable table = new DataTable("What the release was made from", "What", "Value").ofWords();
        table.row("Release", account.id());
        table.row("Caseload", caseload.source());
        table.row("Rows of the caseload", count(caseload.rows()));
        return new Section(
                "verify",
                "7. How to verify this",
                List.of(
                        paragraph(introduction),
                        steps,
                        table.element(),
                        // In a line of its own, since it must not be broken to be compared.
                        paragraph("Fingerprint of the caseload (SHA-256):"),
                        Element.of("p").add(code(caseload.fingerprint()))));
    }

    private static Element code(String command) {
        return Element.of("code", command);
    }
}
