package org.reentryatlas.outreach;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found of the places that a plan names.
 *
 * @param areas keys of all beats that it touches, sorted
 * @param sites its block ranges, in their order; null where one was not found
 */
record Findings(List<String> areas, List<@Nullable Blocks> sites, List<Note> notes) {
    static final Findings NONE = new Findings(List.of(), List.of(), List.of());

    Findings {
        areas = List.copyOf(areas);
        notes = List.copyOf(notes);
    }

    /**
     * Stretches of a street.
     *
     * @param street in standard form
     * @param metres how long they are together
     * @param areas keys of the beats that they lie in
     * @param geometry a MultiLineString as RFC 7946 has it
     */
    record Blocks(String street, int from, int to, double metres, List<String> areas, JsonNode geometry) {
        Blocks {
            areas = List.copyOf(areas);
        }
    }

    /**
     * Something that planners should look at, for whoever shows it to put into words.
     *
     * @param field that it is about
     * @param values what the words need
     */
    record Note(String field, Code code, List<String> values) {
        Note {
            values = List.copyOf(values);
        }
    }

    /** What there is to look at. A plan with one that {@link #isFault} cannot be agreed to. */
    enum Code {
        /** No number of a block was understood. */
        NOT_A_BLOCK_RANGE(true),
        /** No street of this name; the values are names like it. */
        STREET_UNKNOWN(true),
        /** Several streets have the name; the values are they. */
        STREET_AMBIGUOUS(true),
        /** The street has no such blocks; the values are its least and its greatest number. */
        BLOCKS_UNKNOWN(true),
        /** The blocks lie in several beats; the values are these. */
        BLOCKS_CROSS(false),
        /** The place lies in no beat. */
        OUTSIDE(true),
        /** There is no such beat on the day. */
        AREA_UNKNOWN(true),
        /** No street for cars within the metres that are the value. */
        NO_STREET_NEAR(true),
        /** Further from every block that is cleaned than bags are carried; the value is how many metres. */
        FAR_FROM_SITES(false);

        private final boolean isFault;

        Code(boolean isFault) {
            this.isFault = isFault;
        }

        boolean isFault() {
            return isFault;
        }
    }
}
