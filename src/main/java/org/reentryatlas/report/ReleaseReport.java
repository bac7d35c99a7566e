package org.reentryatlas.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.reentryatlas.pdf.FontMissingException;
import org.reentryatlas.pdf.Fonts;
import org.reentryatlas.pdf.PdfFile;
import org.reentryatlas.release.ReleaseAccount;

/**
 * The report about one release. Its order is fixed and it names no time but the release's own, so that the same release
 * gives the same page.
 */
public final class ReleaseReport {
    private static final String RESTRICTED = "Restricted: contains exact counts";

    private final String title;
    private final ReleaseAccount account;
    private final Place place;
    private final boolean isPublic;
    private final List<Section> sections;

    private ReleaseReport(ReleaseAccount account, Place place, boolean isPublic) {
        this.account = account;
        this.place = place;
        this.isPublic = isPublic;
        this.title = "Release report: " + place.name() + ", " + Place.day(account.referenceDate());
        NumbersSections numbers = new NumbersSections(account, place, isPublic);
        CheckSections check = new CheckSections(account, place);
        PeopleSections people = new PeopleSections(account, place);
        this.sections = List.of(
                numbers.inShort(),
                numbers.published(),
                numbers.hidden(),
                check.checked(),
                check.notGuaranteed(),
                people.onNoMap(),
                people.addresses(),
                isPublic ? people.verify() : people.verifyPrepared());
    }

    /** About a release that is public. */
    public static ReleaseReport ofPublic(ReleaseAccount account, Place place) {
        return new ReleaseReport(account, place, true);
    }

    /** About one that was prepared and undone, for whoever decides whether it becomes public. */
    public static ReleaseReport ofPrepared(ReleaseAccount account, Place place) {
        return new ReleaseReport(account, place, false);
    }

    /** A page of one file: no script, no picture, nothing that is fetched. */
    public String html() {
        return page(
                style("report.css"),
                Element.of("meta").with("charset", "utf-8"),
                Element.of("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"));
    }

    /**
     * Writes the same page as a tagged PDF.
     *
     * @throws FontMissingException if no font is installed that the file could embed
     */
    public void writePdf(OutputStream out) throws IOException {
        Element bookmarks = Element.of("bookmarks");
        for (Section section : sections) {
            bookmarks.add(Element.of("bookmark").with("name", section.title()).with("href", "#" + section.id()));
        }
        // The PDF has its own style after the page's: the formatter knows less than browsers do.
        String page = page(
                style("report.css") + style("report-pdf.css"),
                bookmarks,
                Element.of("meta").with("name", "subject").with("content", RESTRICTED + ". " + title),
                Element.of("meta").with("name", "author").with("content", place.name()));
        try (PdfFile file = PdfFile.layOut(page, Fonts.find(), out)) {
            file.write();
        }
    }

    private String page(String style, Element... more) {
        Element head = Element.of("head")
                .add(more)
                .add(Element.of("title", title), Element.of("style").raw(style));
        Element header = Element.of("header")
                .add(
                        Element.of("p")
                                .with("class", "restricted")
                                .add(Element.of("strong", RESTRICTED + "."))
                                .text(
                                        " For the privacy officer and the data steward of the agency. Not for publication:"
                                                + " what is told here would help to work out numbers that are hidden."),
                        Element.of("h1", title),
                        Element.of(
                                        "p",
                                        "Release " + account.id()
                                                + (isPublic ? "" : ", prepared to be decided about and not public"))
                                .with("class", "lead"));
        Element main = Element.of("main");
        sections.forEach(section -> main.add(section.element()));
        return "<!DOCTYPE html>\n"
                + Element.of("html")
                        .with("lang", "en")
                        .add(head, Element.of("body").add(header, main))
                        .html();
    }

    private static String style(String name) {
        try (InputStream in = ReleaseReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no style " + name);
            }
            return "\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the style " + name + " cannot be read", e);
        }
    }
}
