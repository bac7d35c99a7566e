package org.reentryatlas.democity;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Draws items with a probability in proportion to their weight. */
final class Weighted<T> {
    private final List<T> items;
    private final double[] upTo;

    Weighted(List<T> items, ToDoubleFunction<T> weight) {
        this.items = List.copyOf(items);
        this.upTo = new double[items.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += Math.max(0, weight.applyAsDouble(items.get(i)));
            upTo[i] = sum;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("nothing to draw from: every weight is 0");
        }
    }

    T draw(Dice dice) {
        double mark = dice.between(0, upTo[upTo.length - 1]);
        int found = Arrays.binarySearch(upTo, mark);
        // An exact hit is the end of that item's share, so the next item with a share is meant.
        int at = found < 0 ? -found - 1 : found + 1;
        while (upTo[at] <= mark) {
            at++;
        }
        return items.get(at);
    }
}
