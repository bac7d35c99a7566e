package org.reentryatlas.export;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.reentryatlas.http.Metrics;

/** For the operator: which release was published last, and how long ago. */
public final class ReleaseFigures {
    private ReleaseFigures() {}

    /** Adds the figures; while the database does not answer, they stay as they were. */
    public static void addTo(Metrics metrics, DownloadStore store) {
        MultiGauge info = MultiGauge.builder("atlas.release.info")
                .description("The release that was published last")
                .register(metrics.registry());
        MultiGauge age = MultiGauge.builder("atlas.release.age")
                .description("Time since the last publication")
                .baseUnit("seconds")
                .register(metrics.registry());
        metrics.beforeScrape(() -> {
            try {
                List<Edition> newest =
                        store.listEditions().stream().max(Comparator.comparing(Edition::publishedAt)).stream()
                                .toList();
                info.register(
                        newest.stream()
                                .map(edition -> MultiGauge.Row.of(Tags.of("release", edition.id()), 1))
                                .toList(),
                        true);
                age.register(
                        newest.stream()
                                .map(edition -> MultiGauge.Row.of(
                                        Tags.empty(),
                                        Duration.between(edition.publishedAt(), Instant.now())
                                                .toSeconds()))
                                .toList(),
                        true);
            } catch (JdbiException e) {
                // Nothing newer is known.
            }
        });
    }
}
