package org.reentryatlas.democity;

import java.util.List;
import java.util.SplittableRandom;

/** Random choices of one topic. Every topic has its own stream, so that a change in one leaves the others as they are. */
final class Dice {
    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    static Dice of(long seed, String topic) {
        long mixed = 0xcbf29ce484222325L ^ seed;
        for (int i = 0; i < topic.length(); i++) {
            mixed = (mixed ^ topic.charAt(i)) * 0x100000001b3L;
        }
        return new Dice(new SplittableRandom(mixed));
    }

    /** A number in [low, high). */
    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** A whole number from low to high, both included. */
    int whole(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** A number around 0 with standard deviation near 1, from twelve uniform draws: no transcendental functions. */
    double bell() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    <T> void shuffle(List<T> items) {
        for (int i = items.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            T moved = items.get(i);
            items.set(i, items.get(j));
            items.set(j, moved);
        }
    }
}
