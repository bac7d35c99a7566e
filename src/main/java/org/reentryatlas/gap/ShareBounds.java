package org.reentryatlas.gap;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

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
        Comparator<Part> byShare = Comparator.comparingDouble(Part::share);
        return Optional.of(new Bounds(
                quotients(parts, byShare).min().orElseThrow(),
                quotients(parts, byShare.reversed()).max().orElseThrow()));
    }

    /**
     * The shares when the first parts are as large as they can be and the others as small, for each place to change over. A part
     * whose share lies beyond the quotient moves it its own way, so the ends are among these.
     */
    private static DoubleStream quotients(List<Part> parts, Comparator<Part> order) {
        List<Part> sorted = parts.stream().sorted(order).toList();
        DoubleStream.Builder quotients = DoubleStream.builder();
        for (int large = 0; large <= sorted.size(); large++) {
            double having = 0;
            double all = 0;
            for (int part = 0; part < sorted.size(); part++) {
                double size = part < large ? sorted.get(part).high : sorted.get(part).low;
                having += sorted.get(part).share * size;
                all += size;
            }
            if (all > 0) {
                quotients.add(having / all);
            }
        }
        return quotients.build();
    }
}
