package org.reentryatlas.travel;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * A stretch of a street between two places where ways meet.
 *
 * @param from the node at its first end
 * @param to the node at its last end
 * @param decimetres its length along the street, 1 or more
 * @param kmh the posted speed; 0 where nobody says
 */
public record Stretch(int from, int to, int decimetres, Road road, Direction direction, int kmh) {
    /** In which direction one may drive; on foot, either. */
    public enum Direction {
        BOTH,
        FORWARD,
        BACKWARD;

        /** Such as {@code forward}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final double MILLIS = 1_000;

    public Stretch {
        if (decimetres < 1 || kmh < 0) {
            throw new IllegalArgumentException("a stretch of %d dm at %d km/h".formatted(decimetres, kmh));
        }
    }

    /** Its length along the street. */
    public double metres() {
        return decimetres / 10.0;
    }

    /**
     * Milliseconds from the first end to the last, or the other way round, at most {@link Integer#MAX_VALUE}, which are weeks;
     * none where that is not allowed.
     *
     * @param isBack from the last end to the first
     */
    OptionalInt millis(Mode mode, boolean isBack) {
        double speed = switch (mode) {
            case WALK, TRANSIT -> road.isWalked() ? mode.kmh() : 0;
            case DRIVE -> isForbidden(isBack) ? 0 : drivenKmh();
        };
        return speed == 0
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.min(Integer.MAX_VALUE, Math.round(Mode.seconds(metres(), speed) * MILLIS)));
    }

    private boolean isForbidden(boolean isBack) {
        return direction == (isBack ? Direction.FORWARD : Direction.BACKWARD);
    }

    private int drivenKmh() {
        return road.kmh() == 0 || kmh == 0 ? road.kmh() : kmh;
    }
}
