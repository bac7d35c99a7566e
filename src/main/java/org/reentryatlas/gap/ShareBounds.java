package org.reentryatlas.gap;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Between what the share of a whole lies whose parts have known shares and sizes that are known within bounds only: a quotient of
 * two sums that move together, whose ends are found by taking the parts in the order of their shares.
 */
final class ShareBounds {
    private ShareBounds() {}

    /**
     * A part.
     *
     * @param share of it, from 0 to 1
     * @param low its least size
     * @param high its largest size
     */
    record Part(double share, double low, double high) {}

    /** The least and the largest share. */
    record Bounds(double low, double high) {}

    /** The bounds; none where the whole surely is nothing. */
    static Optional<Bounds> of(List<Part> parts) {
        if (parts.stream().allMatch(part -> part.high == 0)) {
            return Optional.empty();
        }
        return Optional.of(new Bounds(
                extreme(parts, Comparator.comparingDouble(Part::share)),
                extreme(parts, Comparator.comparingDouble(Part::share).reversed())));
    }

    /**
     * The share when the first parts are as large as they can be and the others as small: of all places to change over, the one
     * that is worst. A part whose share lies beyond the quotient moves it its own way, so the ends are among these.
     */
    private static double extreme(List<Part> parts, Comparator<Part> order) {
        List<Part> sorted = parts.stream().sorted(order).toList();
        double having =
                sorted.stream().mapToDouble(part -> part.share * part.low).sum();
        double all = sorted.stream().mapToDouble(part -> part.low).sum();
        boolean found = false;
        double best = 0;
        for (Part part : sorted) {
            if (all > 0 && (!found || order.compare(new Part(having / all, 0, 0), new Part(best, 0, 0)) < 0)) {
                best = having / all;
                found = true;
            }
            having += part.share * (part.high - part.low);
            all += part.high - part.low;
        }
        double last = having / all;
        return !found || order.compare(new Part(last, 0, 0), new Part(best, 0, 0)) < 0 ? last : best;
    }
}
