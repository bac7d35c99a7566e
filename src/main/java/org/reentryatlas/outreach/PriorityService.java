package org.reentryatlas.outreach;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.upkeep.ConditionStore;
import org.reentryatlas.upkeep.Conditions;

/** Says where clean-ups are needed most, of requests, scores of how blocks look, and clean-ups that were planned here. */
final class PriorityService {
    private final ConditionStore conditions;
    private final CleanedStore cleaned;
    private final ZoneId zone;
    private final Clock clock;

    /**
     * On two roles.
     *
     * @param web reads streets and requests
     * @param desk reads plans
     * @param zone of the jurisdiction
     */
    PriorityService(Database web, Database desk, ZoneId zone, Clock clock) {
        this.conditions = new ConditionStore(web);
        this.cleaned = new CleanedStore(desk);
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Areas of a level.
     *
     * @param levels the codes of all levels that there are on the day
     * @param requestsTo the day up to which requests are there
     * @param elsewhere how many of these are in none of the areas
     */
    record Areas(Urgency<Conditions.Area> urgency, List<String> levels, LocalDate requestsTo, long elsewhere) {}

    /** Sides of blocks of which anything is known, and the day up to which requests are there. */
    record Faces(Urgency<Conditions.BlockFace> urgency, LocalDate requestsTo) {}

    LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    /**
     * All areas of a level.
     *
     * @throws ProblemException if there are none on the day
     */
    Areas areas(String level, PriorityQuestion asked) {
        Conditions.Question question = question(asked);
        List<String> levels = conditions.levels(asked.day());
        if (!levels.contains(level)) {
            throw ProblemException.badRequest(
                    "PARAMETER_INVALID",
                    "Parameter 'level' names a level that has no areas on " + asked.day() + ".",
                    levels.isEmpty()
                            ? "No boundaries hold on that day."
                            : "The levels are: " + String.join(", ", levels) + ".");
        }
        Conditions known = conditions.areas(level, question);
        return new Areas(
                Urgency.of(
                        known.areas(),
                        Conditions.Area::key,
                        (part, area) -> part.ofArea(area.figures()),
                        asked.weights()),
                levels,
                question.requestsTo(),
                known.elsewhere());
    }

    /** Sides of blocks where somebody asked for something or looked: of all others there is nothing to say. */
    Faces faces(PriorityQuestion asked) {
        Conditions.Question question = question(asked);
        List<Conditions.BlockFace> known = conditions.faces(question).stream()
                .filter(PriorityService::isKnown)
                .toList();
        return new Faces(
                Urgency.of(
                        known, Conditions.BlockFace::key, (part, face) -> part.ofFace(face.figures()), asked.weights()),
                question.requestsTo());
    }

    private static boolean isKnown(Conditions.BlockFace face) {
        for (UrgencyPart part : UrgencyPart.values()) {
            if (part != UrgencyPart.LAST_CLEAN_UP && part.ofFace(face.figures()) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The shapes of the areas of a level, by key. */
    Map<String, String> shapes(String level, PriorityQuestion asked) {
        return conditions.shapes(level, asked.day());
    }

    /** The lines of the blocks of some rows, by the segment of their street. */
    Map<Long, String> lines(List<Urgency.Row<Conditions.BlockFace>> rows) {
        return conditions.lines(
                rows.stream().map(row -> row.place().segmentId()).distinct().toList());
    }

    private Conditions.Question question(PriorityQuestion asked) {
        return new Conditions.Question(
                asked.day(),
                conditions.newestRequest(asked.day()).orElse(asked.day()),
                asked.days(),
                cleaned.lastDays(zone, clock.instant()));
    }
}
