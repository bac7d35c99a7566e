package org.reentryatlas.brief;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.reentryatlas.layer.FeatureTable;
import org.reentryatlas.layer.GapRun;
import org.reentryatlas.layer.Layer;
import org.reentryatlas.layer.LevelWords;
import org.reentryatlas.layer.ServiceCategory;
import org.reentryatlas.layer.Snapshot;

/**
 * The services that there are, by category.
 *
 * @param zone in which the day is told on which the directory was loaded
 * @param verifyDays after so many days an entry is due to be verified again
 */
record Resources(Snapshot snapshot, GapRun run, LevelWords level, Words words, ZoneId zone, int verifyDays) {
    Section section() {
        return new Section(
                "resources",
                List.of(words.say("resourcesNote", words.count(verifyDays))),
                List.of(
                        words.say("kind"),
                        words.say("sites"),
                        words.say("sitesWithCapacity"),
                        words.say("verified"),
                        words.say("neverVerified"),
                        words.upperFirst(
                                words.say("areasWithOne", words.level(level).many()))),
                snapshot.categories().stream().map(this::row).toList(),
                false);
    }

    private List<Object> row(ServiceCategory category) {
        FeatureTable directory = snapshot.newest(snapshot.layer(Layer.PROVIDERS));
        List<Site> sites = IntStream.of(directory.rows())
                .mapToObj(row -> new Site(directory, row))
                .filter(site -> site.offers(category.code()))
                .toList();
        LocalDate day = snapshot.directoryLoadedAt()
                .map(loaded -> loaded.atZone(zone).toLocalDate())
                .orElse(LocalDate.MAX);
        return List.of(
                words.name(category),
                sites.size(),
                run.account().stream()
                        .filter(entry -> entry.category().equals(category.code())
                                && entry.what().equals("sites with a known capacity"))
                        .<Object>map(entry -> Integer.valueOf(entry.value()))
                        .findFirst()
                        .orElse(""),
                sites.stream()
                        .filter(site -> site.lastVerified()
                                .filter(verified ->
                                        verified.plusDays(verifyDays).isAfter(day))
                                .isPresent())
                        .count(),
                sites.stream().filter(site -> site.lastVerified().isEmpty()).count(),
                areas(category));
    }

    /** How many areas have one, as the layer of services says. */
    private long areas(ServiceCategory category) {
        FeatureTable coverage = snapshot.newest(snapshot.layer(Layer.servicesIdOf(level.code())));
        Integer column = coverage.column("sites_" + category.code());
        return column == null
                ? 0
                : IntStream.of(coverage.rows())
                        .filter(row -> coverage.value(row, column) instanceof Number sites && sites.longValue() > 0)
                        .count();
    }
}
