package org.reentryatlas.app;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.reentryatlas.agreement.Agreement;
import org.reentryatlas.agreement.AgreementStore;
import org.reentryatlas.agreement.Destruction;
import org.reentryatlas.report.Element;

/**
 * What was destroyed under an agreement, as its parties are told.
 *
 * @param by whose system it was in
 */
record Certificate(String by, AgreementStore.Kept kept, List<Destruction> destroyed) {
    private static final String TITLE = "Certificate of destruction";
    private static final String STYLE = """
            @page { size: letter; margin: 2cm; @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 9pt Report; } } body { font: 10pt Report; } h1 { font-size: 18pt; } h2 { font-size: 12pt; page-break-after: avoid; }
            table { width: 100%; } th { width: 4.5cm; text-align: left; vertical-align: top; } section { page-break-inside: avoid; }
            .signed { margin-top: 1.5cm; }
            """;

    Certificate {
        destroyed = List.copyOf(destroyed);
    }

    /** A thing that was destroyed, each with its word before it. */
    private record Line(String word, String text) {}

    private List<Line> head() {
        Agreement agreement = kept.agreement();
        return List.of(
                new Line("Agreement", agreement.id() + ", version " + kept.version()),
                new Line(
                        "Parties",
                        agreement.parties().stream()
                                .map(party -> party.name() + " (" + party.contact() + ")")
                                .collect(Collectors.joining("; "))),
                new Line("Legal authority", agreement.legalAuthority()),
                new Line("Retention", agreement.retentionDays() + " days"),
                new Line("Data of", agreement.population() + ", " + agreement.area()),
                new Line("Destroyed by", by));
    }

    private static List<Line> lines(Destruction each) {
        return List.of(
                new Line("Number", Long.toString(each.number())),
                new Line("Caseload of", each.referenceDate().toString()),
                new Line("Destroyed", each.what()),
                new Line("When (UTC)", each.at().truncatedTo(ChronoUnit.SECONDS).toString()),
                new Line("By", each.madeBy()),
                new Line("How", each.method()),
                new Line("Why", each.cause()),
                new Line("Agreement's version", Integer.toString(each.version())));
    }

    String text() {
        List<String> blocks = new ArrayList<>(List.of(TITLE, text(head())));
        destroyed.forEach(each -> blocks.add(text(lines(each))));
        blocks.add("It holds no number of people. Signed for " + by + ": ____________________  Date: ____________");
        return String.join("\n\n", blocks) + "\n";
    }

    private static String text(List<Line> lines) {
        return lines.stream().map(line -> line.word() + ": " + line.text()).collect(Collectors.joining("\n"));
    }

    /** HTML and well-formed XML at once, from which the PDF is made. */
    String page() {
        Element body = Element.of("body").add(Element.of("h1", TITLE).with("id", "top"), table(head()));
        destroyed.forEach(each -> body.add(Element.of("section")
                .add(Element.of("h2", "Caseload of " + each.referenceDate()), table(lines(each)))));
        body.add(
                Element.of("p", "It holds no number of people."),
                Element.of("p", "Signed for " + by + ": ______________________________ Date: ____________")
                        .with("class", "signed"));
        return "<!DOCTYPE html>\n"
                + Element.of("html")
                        .with("lang", "en")
                        .add(
                                Element.of("head")
                                        .add(
                                                Element.of("title", TITLE),
                                                Element.of("bookmarks")
                                                        .add(Element.of("bookmark")
                                                                .with("name", TITLE)
                                                                .with("href", "#top")),
                                                Element.of("meta")
                                                        .with("name", "subject")
                                                        .with("content", TITLE),
                                                Element.of("meta")
                                                        .with("name", "author")
                                                        .with("content", by),
                                                Element.of("style").raw(STYLE)),
                                body)
                        .html();
    }

    private static Element table(List<Line> lines) {
        Element rows = Element.of("tbody");
        lines.forEach(line -> rows.add(Element.of("tr")
                .add(Element.of("th", line.word()).with("scope", "row"), Element.of("td", line.text()))));
        return Element.of("table").add(rows);
    }
}
