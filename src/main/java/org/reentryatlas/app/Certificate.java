package org.reentryatlas.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.reentryatlas.agreement.Agreement;
import org.reentryatlas.agreement.AgreementStore;
import org.reentryatlas.agreement.Destruction;

/**
 * What was destroyed under an agreement, as its parties are told.
 *
 * @param by whose system it was in
 */
record Certificate(String by, AgreementStore.Kept kept, List<Destruction> destroyed) {
    private static final String TITLE = "Certificate of destruction";

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
                new Line("When (UTC)", each.at().toString()),
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
        StringBuilder page = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en"><head><title>%1$s</title><bookmarks><bookmark name="%1$s" href="#top"/></bookmarks>
                <meta name="subject" content="%1$s"/><meta name="author" content="%2$s"/>
                <style>@page { size: letter; margin: 2cm; } body { font: 10pt Report; } h1 { font-size: 18pt; } h2 { font-size: 12pt; page-break-after: avoid; }
                table { width: 100%%; } th { width: 4cm; text-align: left; vertical-align: top; } section { page-break-inside: avoid; }</style></head>
                <body><h1 id="top">%1$s</h1>
                """.formatted(TITLE, escaped(by)));
        page.append(table(head()));
        destroyed.forEach(each -> page.append("<section><h2>Caseload of ")
                .append(each.referenceDate())
                .append("</h2>")
                .append(table(lines(each)))
                .append("</section>\n"));
        return page.append("<p>It holds no number of people.</p><p>Signed for ")
                .append(escaped(by))
                .append(": ____________________ Date: ____________</p></body></html>")
                .toString();
    }

    private static String table(List<Line> lines) {
        return lines.stream()
                .map(line -> "<tr><th scope=\"row\">" + escaped(line.word()) + "</th><td>" + escaped(line.text())
                        + "</td></tr>")
                .collect(Collectors.joining("\n", "<table><tbody>", "</tbody></table>"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
