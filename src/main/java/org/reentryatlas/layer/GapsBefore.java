package org.reentryatlas.layer;

import java.util.Map;

/**
 * What the gaps of the whole jurisdiction were.
 *
 * @param release the newest with an earlier reference date that gaps were computed for
 * @param tables by the code of the way of getting about
 */
public record GapsBefore(PublishedRelease release, GapRun run, Map<String, FeatureTable> tables) {
    public GapsBefore {
        tables = Map.copyOf(tables);
    }
}
