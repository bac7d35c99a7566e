package org.reentryatlas.report;

import java.util.ArrayList;
import java.util.List;
import org.reentryatlas.release.AuditSummary;
import org.reentryatlas.release.ReleaseAccount;

import static org.reentryatlas.report.Figures.count;
import static org.reentryatlas.report.Figures.decimal;
import static org.reentryatlas.report.Section.item;
import static org.reentryatlas.report.Section.paragraph;

/** How the numbers were checked, and what the check does not promise. */
final class CheckSections {
    private final ReleaseAccount account;
    private final Place place;

    CheckSections(ReleaseAccount account, Place place) {
        this.account = account;
        this.place = place;
    }

    Section checked() {
        AuditSummary audit = account.audit();
        List<Element> content = new ArrayList<>();
        content.add(Element.of("h3", "The rules"));
        content.add(Section.list(rules(audit.policy())));
        content.add(Element.of("h3", "The attackers"));
        content.add(
                paragraph(
                        "Before anything was published, a solver took the part of somebody who collects every published number of every layer, knows these rules, and calculates. For each hidden number it looked for the largest and the smallest count that the published numbers leave possible."));
        content.add(Section.list(attackers(audit.policy().k())));
        content.add(
                paragraph(
                        "Had one of these demands failed, or had a solver ended without a proof, nothing would have been published."));
        content.add(result(audit));
        return new Section("checked", "3. How it was checked", content);
    }

    private static List<Element> rules(AuditSummary.Rules rules) {
        List<Element> items = new ArrayList<>();
        items.add(item(
                "Fewest people:",
                "a number is hidden when fewer than %d people are left after the people at its largest address, and those at group quarters such as halfway houses and shelters, are taken off."
                        .formatted(rules.k())));
        items.add(item(
                "Fewest addresses:",
                "a number is hidden when fewer than %d addresses stand behind it.".formatted(rules.minAddresses())));
        items.add(item(
                "Nearly everybody:",
                "a need is hidden when fewer than %d people of the area do not have it.".formatted(rules.k())));
        items.add(
                item(
                        "Zero:",
                        "an area in which no home is known shows zero, which everybody can see. Every other zero is hidden like a small number."));
        if (rules.roundingBase() > 1) {
            items.add(item("Rounding:", rounding(rules.k(), rules.roundingBase())));
        }
        items.add(item(
                "Protecting others:",
                "further numbers are hidden until no hidden number can be worked out from the others."));
        return items;
    }

    private static String rounding(int k, int base) {
        int lowest = (k + base - 1) / base * base;
        return "every other number is rounded to the nearest multiple of %d. What would round below %d is shown as %d."
                .formatted(base, k, lowest);
    }

    private static List<Element> attackers(int k) {
        return List.of(
                item(
                        "Who does not know the rules",
                        "must still think at least %d people possible behind every number that is hidden for what it holds, not counting two people, or all at its largest address, whom somebody knows, nor the group quarters; and, for a need that nearly everybody has, that at least %d people lack it."
                                .formatted(k, k)),
                item(
                        "Who knows the rules,",
                        "and even which hidden numbers are small, must still think every count from 1 to %d possible behind each of those."
                                .formatted(k - 1)),
                item(
                        "Numbers that are hidden though they are not small",
                        "must be uncertain by at least %d people.".formatted(k - 1)));
    }

    private Element result(AuditSummary audit) {
        DataTable table = new DataTable("Figures of the check", "What", "Result").ofWords();
        table.row("Demands that the attackers were held to", count(audit.demands()));
        table.row("Demands that failed", "None");
        if (audit.left() != null && audit.left() > 0) {
            table.row("Demands left to a weaker attacker", count(audit.left()));
        }
        AuditSummary.Tightest tightest = audit.tightest();
        if (tightest != null) {
            table.row("The nearest that an attack came to a hidden total, hexagons aside", nearest(tightest.people()));
            if (tightest.level() != null && tightest.measure() != null) {
                table.row(
                        "Where that was",
                        account.measures().getOrDefault(tightest.measure(), tightest.measure()) + ", by "
                                + place.one(tightest.level()));
            }
            if (!tightest.layers().isEmpty()) {
                table.row(
                        "Layers whose numbers led there",
                        Figures.listing(
                                tightest.layers().stream().map(place::many).toList()));
            }
        }
        if (audit.atoms() != null) {
            table.row("Smallest groups that the published layers tell apart", count(audit.atoms()));
        }
        if (audit.sliversDropped() != null) {
            table.row("Overlaps of layers left out because nobody can live there", count(audit.sliversDropped()));
        }
        if (!audit.solvers().isEmpty()) {
            table.row(
                    "Solvers",
                    Figures.listing(audit.solvers().stream()
                            .map(solver -> solver.name() + " " + solver.version())
                            .toList()));
        }
        if (audit.seconds() != null) {
            table.row("Time taken", decimal(audit.seconds()) + " seconds");
        }
        return table.element();
    }

    private static String nearest(double people) {
        return people < 0.05
                ? "Exactly what is demanded, and not nearer"
                : decimal(people) + " people more than is demanded";
    }

    Section notGuaranteed() {
        int base = account.audit().policy().roundingBase();
        return new Section(
                "limits",
                "4. What is not guaranteed",
                List.of(
                        paragraph("The check proves what it demands and no more. It does not promise:"),
                        Section.list(
                                List.of(
                                        item(
                                                "Safety from somebody who knows some of the people.",
                                                "The attackers know two people of each area, or those at the largest address behind a number, and the group quarters, and nobody else. Whoever knows further people under supervision in an area can take them off, and may come to know more about the others."),
                                        item(
                                                "That nobody guesses.",
                                                "A hidden number is probably small. This is true of every rule that hides small numbers, and no rule changes it. Hidden does not mean small: some numbers are hidden only to protect others."),
                                        item("That two dates cannot be compared.", dates(base)),
                                        item(
                                                "That the headcount of group quarters stays unknown.",
                                                "How many people a registered halfway house or shelter holds is taken to be known to everybody. The rules leave those people aside; they do not protect their number.")))));
    }

    private static String dates(int base) {
        return base > 1
                ? "Each reference date is protected by itself. Numbers are multiples of %d, and one stays until the count is %d or more away from it; this blurs the difference between two dates and does no more: a larger change can be seen."
                        .formatted(base, base - 1)
                : "Each reference date is protected by itself, and numbers are not rounded: every change of a number that is shown on both dates can be seen.";
    }
}
