package org.reentryatlas.outreach;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What plans are called in calendars, in one language. */
final class PlanWords {
    private final ResourceBundle words;

    PlanWords(Locale language) {
        this.words = ResourceBundle.getBundle(
                "org.reentryatlas.outreach.words",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String title(Plan plan) {
        if (plan instanceof CleanUp cleanUp) {
            return cleanUp.title().isEmpty() ? word("clean_up") : cleanUp.title();
        }
        if (plan instanceof Gathering gathering) {
            return gathering.title().isEmpty() ? word("gathering") : gathering.title();
        }
        // Nobody looks over a shoulder at a calendar and reads who goes where: the beat alone, and codes of posts
        // below.
        return word(plan.kind()) + ", " + String.join(", ", plan.namedAreas());
    }

    /** What else there is to say, a line each; nothing that is for the agencies alone. */
    String description(Plan plan) {
        List<String> lines = new ArrayList<>();
        if (plan instanceof CleanUp cleanUp) {
            addUnlessEmpty(lines, cleanUp.description());
            cleanUp.sites().forEach(site -> lines.add("• " + site));
        } else if (plan instanceof Gathering gathering) {
            addUnlessEmpty(lines, gathering.description());
        } else if (plan instanceof Tour tour) {
            addUnlessEmpty(lines, tour.purpose().isEmpty() ? "" : word("purpose." + tour.purpose()));
            addUnlessEmpty(lines, tour.supervisionOfficer());
            addUnlessEmpty(lines, tour.policeOfficer());
        } else if (plan instanceof Patrol patrol) {
            lines.add(word("way." + patrol.way()));
            addUnlessEmpty(lines, patrol.officer());
        }
        return String.join("\n", lines);
    }

    private static void addUnlessEmpty(List<String> lines, String line) {
        if (!line.isEmpty()) {
            lines.add(line);
        }
    }

    private String word(String key) {
        return words.getString(key);
    }
}
