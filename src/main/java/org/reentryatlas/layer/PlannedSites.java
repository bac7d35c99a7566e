package org.reentryatlas.layer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

import static org.reentryatlas.layer.Column.Type.BOOLEAN;
import static org.reentryatlas.layer.Column.Type.INTEGER;
import static org.reentryatlas.layer.Column.Type.NUMBER;
import static org.reentryatlas.layer.Column.Type.TEXT;
import static org.reentryatlas.layer.Column.Type.TEXTS;

/**
 * Where new sites would help most, as planners have published it.
 *
 * @param newest when the newest of the plans was made; null where there is none
 */
record PlannedSites(FeatureTable table, @Nullable Instant newest) {
    private static final String BOUNDS = " Only bounds are known where the release hides or rounds.";

    /** Nothing is planned before anything is released. */
    static PlannedSites none() {
        return new PlannedSites(new FeatureTable.Maker(columns()).make(), null);
    }

    Optional<Instant> changedAt() {
        return Optional.ofNullable(newest);
    }

    static List<Column> columns() {
        return List.of(
                Column.of("id", TEXT, "Identifier", "The plan, how many new sites it is about, and which of them."),
                Column.of("plan", TEXT, "Plan", "The question that is answered, and the release that it is about."),
                Column.of("release", TEXT, "Release", "The release whose numbers of people were taken."),
                Column.of("category", TEXT, "Category", "The code of what the site would offer."),
                Column.of("mode", TEXT, "Mode", "How people get there."),
                Column.of(
                        "aim",
                        TEXT,
                        "Aim",
                        "What the choice is best at: cover, most people within the minutes; median, the shortest way on average;"
                                + " center, the shortest of the longest ways."),
                Column.of("minutes", INTEGER, "Minutes", "Within which people are to have a site."),
                Column.of(
                        "capacity",
                        INTEGER,
                        "Capacity",
                        "For how many people each new site would be; null where that was not asked."),
                Column.of("ways", TEXT, "Ways", "Whether ways follow streets or straight lines."),
                Column.of("sites", INTEGER, "Sites", "Of the choice of so many new sites this is one place."),
                Column.of("place", INTEGER, "Place", "Which of them, from 1."),
                Column.of("area", TEXT, "Area", "The area whose homes are nearest."),
                Column.of("name", TEXT, "Name", "What is at the place; empty where that is nothing in particular."),
                Column.of("people_low", NUMBER, "People, least", "The fewest who need the category." + BOUNDS),
                Column.of("people_high", NUMBER, "People, most", "The most who need it." + BOUNDS),
                Column.of(
                        "covered_low",
                        NUMBER,
                        "Covered, least",
                        "Who has a site within the minutes as it is." + BOUNDS),
                Column.of("covered_high", NUMBER, "Covered, most", "The most they can be." + BOUNDS),
                Column.of(
                        "moved_low",
                        NUMBER,
                        "Moved, least",
                        "Who has a site within the minutes with the whole choice, and none without." + BOUNDS),
                Column.of("moved_high", NUMBER, "Moved, most", "The most they can be." + BOUNDS),
                Column.of("moved_areas", TEXTS, "Moved, areas", "The areas that they live in."),
                Column.of("proven", BOOLEAN, "Proven", "Whether no other choice is better."),
                Column.of(
                        "bound_gap",
                        NUMBER,
                        "Bound",
                        "How much of the best possible may be missing, 0 to 1; 0 where nothing can be better."));
    }
}
