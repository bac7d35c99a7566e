package org.reentryatlas.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One-way streets and posted speeds in the words of those who publish centre lines: NENA's {@code OneWay} and {@code
 * SpeedLimit}, the tags of OpenStreetMap, and plain words. What is not understood rejects nothing, since addresses are found
 * on such a street all the same; it is told.
 */
final class DrivingRules {
    /** Names of the column that holds the direction. */
    static final List<String> DIRECTION_COLUMNS =
            List.of("oneway", "oneway_dir", "one_way_dir", "dir_travel", "trafdir");

    /** Names of the column that holds the speed. */
    static final List<String> SPEED_COLUMNS =
            List.of("speed_limit", "posted_speed", "spd_limit", "maxspeed", "speed_kmh");

    private static final double KM_PER_MILE = 1.609344;
    private static final int FASTEST = 200;
    private static final Pattern SPEED = Pattern.compile("(\\d{1,3})(?:\\.0*)? ?(mph|km/?h|kph)?");

    private final boolean isMiles;
    private long unknownDirections;
    private long unknownSpeeds;

    /**
     * The rules of a file.
     *
     * @param speedColumn its column of speeds: without a unit these count miles an hour, as NENA's standard has it, but in
     *     OpenStreetMap's column and in one that names its unit
     */
    DrivingRules(String speedColumn) {
        String plain = Columns.plain(speedColumn);
        this.isMiles = !plain.equals("maxspeed") && !plain.equals("speedkmh");
    }

    /** In which direction of its line a street may be driven; both where nothing is said. */
    String direction(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "", "b", "both", "two way", "two-way", "tw", "no", "n", "false", "0" -> "both";
            case "ft", "f", "forward", "yes", "y", "true", "1" -> "forward";
            case "tf", "t", "backward", "reverse", "-1" -> "backward";
            default -> {
                unknownDirections++;
                yield "both";
            }
        };
    }

    /** The posted speed in kilometres an hour; null where none is stated, or 0, as files write that, also as 0.0. */
    @Nullable
    Integer kmh(String word) {
        String text = word.toLowerCase(Locale.ROOT);
        if (text.isEmpty() || text.equals("none")) {
            return null;
        }
        Matcher matcher = SPEED.matcher(text);
        if (matcher.matches()) {
            int speed = Integer.parseInt(matcher.group(1));
            if (speed == 0) {
                return null;
            }
            String unit = matcher.group(2);
            boolean miles = unit == null ? isMiles : unit.equals("mph");
            long kmh = Math.round(speed * (miles ? KM_PER_MILE : 1));
            if (kmh >= 1 && kmh <= FASTEST) {
                return (int) kmh;
            }
        }
        unknownSpeeds++;
        return null;
    }

    /** What was not understood. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (unknownDirections > 0) {
            notes.add(unknownDirections
                    + " stretches have a direction that is not known here and may be driven both ways: write both, forward or"
                    + " backward");
        }
        if (unknownSpeeds > 0) {
            notes.add(
                    unknownSpeeds
                            + " stretches have a speed that cannot be read and get that of their class: write it as 25 mph or 40 km/h");
        }
        return notes;
    }
}
