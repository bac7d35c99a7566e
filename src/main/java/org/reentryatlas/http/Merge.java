package org.reentryatlas.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Joins two changes of one thing, such as a plan, field by field: what one of them left as it was, the other decides.
 *
 * @param body of both
 * @param theirs names of fields that the other change decided
 * @param conflicts names of fields that both changed, each in another way
 */
public record Merge(ObjectNode body, List<String> theirs, List<String> conflicts) {
    /**
     * Joins two changes.
     *
     * @param base of which both are changes
     * @param theirs what is there by now
     * @param mine what somebody would write
     */
    public static Merge of(JsonNode base, JsonNode theirs, JsonNode mine) {
        ObjectNode joined = mine.deepCopy();
        List<String> taken = new ArrayList<>();
        List<String> conflicts = new ArrayList<>();
        for (String field : names(base, theirs, mine)) {
            JsonNode before = base.get(field);
            JsonNode other = theirs.get(field);
            if (Objects.equals(other, before) || Objects.equals(other, mine.get(field))) {
                continue;
            }
            if (Objects.equals(mine.get(field), before)) {
                taken.add(field);
                joined.set(field, other);
            } else {
                conflicts.add(field);
            }
        }
        return new Merge(joined, taken, conflicts);
    }

    /**
     * Sees that both can be had.
     *
     * @throws ProblemException with the fields that both changed, if there are any
     */
    public void requireNoConflict() {
        if (!conflicts.isEmpty()) {
            throw ProblemException.conflict(
                    "CHANGED_MEANWHILE",
                    "Somebody else changed the same while you did, and nothing of yours is written.",
                    "Read the newest version, decide field by field, and send it as a change of that.",
                    conflicts.stream()
                            .map(field -> new Problem.FieldError(field, "was changed by somebody else, too"))
                            .toList());
        }
    }

    /** Names of the fields that differ, sorted. */
    public static List<String> changed(JsonNode before, JsonNode after) {
        return names(before, after).stream()
                .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                .toList();
    }

    private static TreeSet<String> names(JsonNode... bodies) {
        TreeSet<String> names = new TreeSet<>();
        for (JsonNode body : bodies) {
            body.fieldNames().forEachRemaining(names::add);
        }
        return names;
    }
}
