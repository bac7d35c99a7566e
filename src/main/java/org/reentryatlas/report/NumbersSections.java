package org.reentryatlas.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reentryatlas.release.AuditSummary;
import org.reentryatlas.release.AuditSummary.Cells;
import org.reentryatlas.release.ReleaseAccount;

import static org.reentryatlas.report.Figures.count;
import static org.reentryatlas.report.Figures.share;
import static org.reentryatlas.report.Figures.upperFirst;
import static org.reentryatlas.report.Section.item;
import static org.reentryatlas.report.Section.paragraph;

/** What is public of a release, and what is not. */
final class NumbersSections {
    private static final String[] HIDING = {
        "Numbers",
        "Shown",
        "Public zero",
        "Hidden for what they hold",
        "Hidden to protect others",
        "Share with a number"
    };

    private final ReleaseAccount account;
    private final Place place;
    private final boolean isPublic;
    private final Map<String, List<Cells>> byLevel = new LinkedHashMap<>();

    NumbersSections(ReleaseAccount account, Place place, boolean isPublic) {
        this.account = account;
        this.place = place;
        this.isPublic = isPublic;
        account.audit()
                .cells()
                .forEach(line -> byLevel.computeIfAbsent(line.level(), level -> new ArrayList<>())
                        .add(line));
    }

    Section inShort() {
        AuditSummary audit = account.audit();
        Cells all = sum(audit.cells());
        People people = People.of(audit.people());
        List<Element> items = new ArrayList<>();
        items.add(item(
                isPublic ? "Published:" : "To be published:",
                "%s numbers. Readers see %s of them (%s); %s are hidden."
                        .formatted(
                                count(all.cells()),
                                count(all.withNumber()),
                                share(all.withNumber(), all.cells()),
                                count(all.hidden()))));
        items.add(item(
                "Checked:",
                "the attackers of the check were held to %s demands, and every one of them is met."
                        .formatted(count(audit.demands()))));
        items.add(item(
                "People:",
                "%s people live in the areas of the map, and %s are on no map."
                        .formatted(count(people.mapped()), count(people.notMapped()))));
        if (account.belowGate() != null) {
            items.add(item(
                    "Exception:",
                    (isPublic ? "published" : "made")
                            + " although too few addresses were found; section 6 gives the reason."));
        }
        return new Section("short", "In short", List.of(Section.list(items)));
    }

    Section published() {
        DataTable table = new DataTable(
                isPublic ? "Numbers published, by layer" : "Numbers to be published, by layer",
                "Layer",
                "Areas",
                "Measures",
                "Numbers");
        int areas = 0;
        for (Map.Entry<String, List<Cells>> level : byLevel.entrySet()) {
            List<Cells> lines = level.getValue();
            int areasHere = lines.stream().mapToInt(Cells::cells).max().orElse(0);
            areas += areasHere;
            table.row(
                    upperFirst(place.one(level.getKey())),
                    count(areasHere),
                    count(lines.size()),
                    count(sum(lines).cells()));
        }
        table.total(
                "All layers",
                count(areas),
                "",
                count(sum(account.audit().cells()).cells()));
        List<Element> content = new ArrayList<>();
        content.add(paragraph(
                "Release %s counts the people who were under supervision on %s. It was %s on %s. A number is one count for one area, such as the people under supervision in one %s, or those of them who need housing."
                        .formatted(
                                account.id(),
                                Place.day(account.referenceDate()),
                                isPublic ? "published" : "prepared, and nothing of it published,",
                                place.moment(account.publishedAt()),
                                place.one(smallest()))));
        content.add(table.element());
        for (ReleaseAccount.Boundaries boundaries : account.boundaries()) {
            content.add(paragraph("Boundaries of the layers %s: %s, valid from %s."
                    .formatted(
                            Figures.listing(byLevel.keySet().stream()
                                    .filter(boundaries.levels()::contains)
                                    .map(place::one)
                                    .toList()),
                            boundaries.source(),
                            Place.day(boundaries.validFrom()))));
        }
        if (!account.jointWith().isEmpty()) {
            content.add(paragraph(
                    "Of the same day release %s is public, of the same people by other boundaries. The two are protected together: what is hidden in either cannot be worked out from both."
                            .formatted(Figures.listing(account.jointWith()))));
        }
        return new Section("published", isPublic ? "1. What was published" : "1. What would be published", content);
    }

    Section hidden() {
        AuditSummary audit = account.audit();
        List<Element> content = new ArrayList<>();
        content.add(paragraph("A number is hidden for one of two reasons:"));
        content.add(
                Section.list(
                        List.of(
                                item(
                                        "For what it holds:",
                                        "too few people or addresses stand behind it, or it would tell something about nearly everybody of an area."),
                                item(
                                        "To protect others:",
                                        "it could be shown by itself, but somebody could add or subtract it and so work out a number of the first kind."))));
        content.add(
                paragraph(
                        "Readers see one sign for both and must not learn which reason holds, because the reason tells that a number is small. The tables below count both reasons, and so this report must not be published."));
        DataTable totals = new DataTable("What is shown and what is hidden, by layer", columns("Layer"));
        byLevel.forEach((level, lines) -> totals.row(upperFirst(place.one(level)), figures(sum(lines))));
        totals.total("All layers", figures(sum(audit.cells())));
        content.add(totals.element());
        content.add(cost(audit));
        byLevel.forEach((level, lines) -> {
            DataTable table = new DataTable(
                    "%s: what is shown and what is hidden, by measure".formatted(upperFirst(place.one(level))),
                    columns("Measure"));
            lines.forEach(line -> table.row(title(line.measure()), figures(line)));
            table.total("All measures", figures(sum(lines)));
            content.add(table.element());
        });
        return new Section("hidden", "2. What is hidden, and what hiding cost", content);
    }

    private Element cost(AuditSummary audit) {
        Cells all = sum(audit.cells());
        People people = People.of(audit.people());
        String many = place.many(smallest());
        return paragraph(
                "Hiding cost readers %s of %s numbers (%s). Of these, %s had to go only to protect others. Of the %s people who live in the areas of the map, %s live in %s whose number of people is hidden (%s). They are still counted in every larger area that is shown."
                        .formatted(
                                count(all.hidden()),
                                count(all.cells()),
                                share(all.hidden(), all.cells()),
                                count(all.hiddenForOthers()),
                                count(people.mapped()),
                                count(people.hidden()),
                                many,
                                share(people.hidden(), people.mapped())));
    }

    /** The level of which there are most areas, on which the people are counted: the last. */
    private String smallest() {
        List<String> levels = List.copyOf(byLevel.keySet());
        return levels.contains("beat") ? "beat" : levels.get(levels.size() - 1);
    }

    private String title(String measure) {
        return account.measures().getOrDefault(measure, measure);
    }

    private static String[] columns(String first) {
        String[] columns = new String[HIDING.length + 1];
        columns[0] = first;
        System.arraycopy(HIDING, 0, columns, 1, HIDING.length);
        return columns;
    }

    private static String[] figures(Cells line) {
        return new String[] {
            count(line.cells()),
            count(line.shown()),
            count(line.zero()),
            count(line.hiddenForContent()),
            count(line.hiddenForOthers()),
            share(line.withNumber(), line.cells())
        };
    }

    private static Cells sum(List<Cells> lines) {
        return lines.stream().reduce(new Cells("", "", 0, 0, 0, 0, 0), Cells::plus);
    }
}
