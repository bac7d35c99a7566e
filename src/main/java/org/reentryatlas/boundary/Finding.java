package org.reentryatlas.boundary;

import org.jspecify.annotations.Nullable;

/**
 * One thing that the owner of a boundary file should know: a fault, a repair or a note.
 *
 * @param kind a stable code, such as {@code overlap_sliver}
 * @param row number of the row in the file, or null when it is about several
 * @param field the column as the file names it, or empty
 * @param key the area, or the first of two; of a repair, the one that got the ground
 * @param otherKey the second area, or empty
 * @param squareMetres ground that it is about, in the working system
 * @param widthMetres twice the area over the perimeter of the widest piece
 * @param longitude of a point in it
 * @param latitude of a point in it
 * @param detail the whole in words
 */
public record Finding(
        Verdict verdict,
        String kind,
        @Nullable Long row,
        String field,
        String key,
        String otherKey,
        @Nullable Double squareMetres,
        @Nullable Double widthMetres,
        @Nullable Double longitude,
        @Nullable Double latitude,
        String detail) {
    /** What a finding means for the file. */
    public enum Verdict {
        REFUSES,
        REPAIRED,
        NOTED
    }

    /** How many findings there are of a kind, and the ground they are about. */
    public record Count(Verdict verdict, String kind, long findings, double squareMetres) {}
}
