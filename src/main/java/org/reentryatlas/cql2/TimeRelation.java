package org.reentryatlas.cql2;

/**
 * How two times can lie to each other (OGC 21-065r2, 7.8, after the Time Ontology in OWL). Both ends belong to an
 * interval; an instant begins and ends at itself.
 */
enum TimeRelation {
    AFTER(false),
    BEFORE(false),
    CONTAINS(true),
    DISJOINT(false),
    DURING(true),
    EQUALS(false),
    FINISHEDBY(true),
    FINISHES(true),
    INTERSECTS(false),
    MEETS(true),
    METBY(true),
    OVERLAPPEDBY(true),
    OVERLAPS(true),
    STARTEDBY(true),
    STARTS(true);

    private final boolean isOfIntervals;

    TimeRelation(boolean isOfIntervals) {
        this.isOfIntervals = isOfIntervals;
    }

    /** Whether an instant cannot have it. */
    boolean isOfIntervals() {
        return isOfIntervals;
    }

    /** Whether the first time, from its start to its end, has it to the second. */
    boolean holds(Object start1, Object end1, Object start2, Object end2) {
        int starts = Comparison.order(start1, start2);
        int ends = Comparison.order(end1, end2);
        int startToEnd = Comparison.order(start1, end2);
        int endToStart = Comparison.order(end1, start2);
        return switch (this) {
            case AFTER -> startToEnd > 0;
            case BEFORE -> endToStart < 0;
            case CONTAINS -> starts < 0 && ends > 0;
            case DISJOINT -> startToEnd > 0 || endToStart < 0;
            case DURING -> starts > 0 && ends < 0;
            case EQUALS -> starts == 0 && ends == 0;
            case FINISHEDBY -> starts < 0 && ends == 0;
            case FINISHES -> starts > 0 && ends == 0;
            case INTERSECTS -> startToEnd <= 0 && endToStart >= 0;
            case MEETS -> endToStart == 0;
            case METBY -> startToEnd == 0;
            case OVERLAPPEDBY -> starts > 0 && startToEnd < 0 && ends > 0;
            case OVERLAPS -> starts < 0 && endToStart > 0 && ends < 0;
            case STARTEDBY -> starts == 0 && ends > 0;
            case STARTS -> starts == 0 && ends < 0;
        };
    }
}
