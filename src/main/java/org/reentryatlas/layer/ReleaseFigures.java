package org.reentryatlas.layer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.reentryatlas.http.Metrics;

/** Figures about what is published: which release came last, how old it is, and since when nobody could ask for a newer one. */
public final class ReleaseFigures {
    private ReleaseFigures() {}

    /** Adds the figures, which are made anew each time that they are read. */
    public static void addTo(Metrics metrics, Catalogue catalogue) {
        MultiGauge info = MultiGauge.builder("atlas.release.info")
                .description("The release that was published last")
                .register(metrics.registry());
        MultiGauge age = MultiGauge.builder("atlas.release.age")
                .description("Time since the last publication")
                .baseUnit("seconds")
                .register(metrics.registry());
        Gauge.builder("atlas.catalogue.age", catalogue, known -> known.age().toMillis() / 1000.0)
                .description("Time since the database last said that nothing newer is published")
                .baseUnit("seconds")
                .register(metrics.registry());
        metrics.beforeScrape(() -> {
            List<PublishedRelease> last =
                    catalogue.now().releases().stream()
                            .max(Comparator.comparing(PublishedRelease::publishedAt))
                            .stream()
                            .toList();
            info.register(
                    last.stream()
                            .map(release -> MultiGauge.Row.of(Tags.of("release", release.id()), 1))
                            .toList(),
                    true);
            age.register(
                    last.stream()
                            .map(release -> MultiGauge.Row.of(
                                    Tags.empty(),
                                    Duration.between(release.publishedAt(), Instant.now())
                                            .toSeconds()))
                            .toList(),
                    true);
        });
    }
}
