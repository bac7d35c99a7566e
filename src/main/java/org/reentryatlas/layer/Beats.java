package org.reentryatlas.layer;

import java.util.List;
import org.reentryatlas.geo.Box;

/**
 * The areas that the police plan in, which are there before anything is released.
 *
 * @param level the code of their level: beats, or what is finest of what is above them
 * @param box that holds them all, in degrees; empty if there is none
 */
record Beats(String level, List<String> keys, Box box) {
    static final Beats NONE = new Beats("", List.of(), Box.EMPTY);

    Beats {
        keys = List.copyOf(keys);
    }

    /** One of them. */
    record Beat(String level, String key, Box box) {}

    /** All of one level. */
    static Beats of(List<Beat> beats) {
        return beats.isEmpty()
                ? NONE
                : new Beats(
                        beats.get(0).level(),
                        beats.stream().map(Beat::key).toList(),
                        beats.stream().map(Beat::box).reduce(Box.EMPTY, Box::including));
    }
}
