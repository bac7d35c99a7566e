package org.reentryatlas.layer;

import java.util.List;

/**
 * A level as the jurisdiction speaks of it.
 *
 * @param above the levels in which it nests, nearest first
 */
public record LevelWords(String code, String one, String many, List<String> above) {
    public LevelWords {
        above = List.copyOf(above);
    }
}
