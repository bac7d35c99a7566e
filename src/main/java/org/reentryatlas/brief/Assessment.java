package org.reentryatlas.brief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.reentryatlas.access.Inequality;
import org.reentryatlas.layer.FeatureTable;
import org.reentryatlas.layer.GapRun;
import org.reentryatlas.layer.Layer;
import org.reentryatlas.layer.LevelWords;
import org.reentryatlas.layer.ServiceCategory;
import org.reentryatlas.layer.Snapshot;

/**
 * The resource and gap assessment of a jurisdiction in one language, table by table: what is there, what is missing where, what
 * comes first, and what has changed. All of it is read from the tables of the layers.
 *
 * @param level whose areas are ranked
 * @param mode by which they are; all of them where it is empty
 * @param resources the first table, which the directory gives
 */
record Assessment(
        Snapshot snapshot, GapRun run, LevelWords level, Optional<String> mode, Words words, Section resources) {
    private static final int MOST_PRIORITIES = 10;

    /** Minutes beyond which nobody looks: what an area without a site counts as among the others. */
    private static final int LIMIT = 60;

    private static final Comparator<GapRow> SUREST = Comparator.comparingDouble(
                    (GapRow row) -> -row.gap().low().doubleValue())
            .thenComparingDouble(row -> -row.gap().high().doubleValue());

    /** All tables in their order. */
    List<Section> sections() {
        List<GapRow> rows = rows();
        // Of what the directory has no site of, every gap is the whole demand, and would stand before all others.
        List<GapRow> known = rows.stream()
                .filter(row -> !Objects.equals(Progress.sites(run, row), 0))
                .filter(row -> mode.isEmpty() || mode.get().equals(row.mode()))
                .toList();
        List<Section> sections = new ArrayList<>(List.of(resources, city()));
        new OpenTimes(run, snapshot.categories(), words).section(mode).ifPresent(sections::add);
        sections.addAll(List.of(
                ranked(known),
                inequality(rows),
                clusters(known),
                priorities(known),
                new Progress(run, wholeRows(), snapshot.gapsBefore(), words).section(),
                about()));
        return sections;
    }

    /** Those of all areas of the level, the surest gap first. */
    private List<GapRow> rows() {
        List<GapRow> rows = new ArrayList<>();
        FeatureTable areas = snapshot.newest(snapshot.layer(Layer.idOf(level.code())));
        for (int row : areas.rows()) {
            rows.addAll(GapRows.of(snapshot, level, areas.id(row)));
        }
        return rows.stream().sorted(SUREST).toList();
    }

    private List<GapRow> wholeRows() {
        return snapshot.levels().stream()
                .filter(each -> each.code().equals(Layer.WHOLE))
                .flatMap(each -> snapshot.gaps(each).values().stream()
                        .limit(1)
                        .flatMap(table -> IntStream.of(table.rows())
                                .boxed()
                                .flatMap(row -> GapRows.of(snapshot, each, table.id(row)).stream())))
                .toList();
    }

    private Section city() {
        return new Section(
                "gapsWhole",
                new GapRows(snapshot, words)
                        .notes(run, modes(), words.level(level).many()),
                head(
                        "kind",
                        "way",
                        "gapLeast",
                        "gapMost",
                        "within30Least",
                        "within30Most",
                        "minutesNearest",
                        "minutesThird"),
                wholeRows().stream()
                        .map(row -> List.<Object>of(
                                words.name(row.category()),
                                words.mode(row.mode()),
                                row.gap().low(),
                                row.gap().high(),
                                low(row.within30()),
                                high(row.within30()),
                                minutes(row.minutes()),
                                minutes(row.minutesToThird())))
                        .toList(),
                false);
    }

    /** The ways of getting about that the level has gaps by. */
    List<String> modes() {
        return List.copyOf(snapshot.gaps(level).keySet());
    }

    private Section ranked(List<GapRow> rows) {
        return new Section(
                "gapsRanked",
                List.of(words.say("rankedNote"), words.say("rankedWithout")),
                areaHead(),
                ranks(rows),
                false);
    }

    private List<String> areaHead() {
        List<String> head =
                new ArrayList<>(List.of(words.upperFirst(words.level(level).one())));
        head.addAll(head("kind", "way", "gapLeast", "gapMost", "rank", "minutesNearest"));
        return head;
    }

    private List<List<Object>> ranks(List<GapRow> rows) {
        return rows.stream()
                .map(row -> List.<Object>of(
                        row.areaKey(),
                        words.name(row.category()),
                        words.mode(row.mode()),
                        row.gap().low(),
                        row.gap().high(),
                        row.rank().isPresent() ? row.rank().getAsInt() : "",
                        minutes(row.minutes())))
                .toList();
    }

    /** Each pair of an area and a category once, by the way of getting about in which most go without. */
    private Section priorities(List<GapRow> rows) {
        Set<String> seen = new HashSet<>();
        List<GapRow> first = rows.stream()
                .filter(row -> row.gap().low().doubleValue() > 0)
                .filter(row -> seen.add(row.category().code() + " " + row.areaKey()))
                .limit(MOST_PRIORITIES)
                .toList();
        return new Section("priorities", List.of(words.say("prioritiesNote")), areaHead(), ranks(first), true);
    }

    private Section inequality(List<GapRow> rows) {
        List<List<Object>> lines = new ArrayList<>();
        for (ServiceCategory category : snapshot.categories()) {
            for (String mode : modes()) {
                double[] minutes = rows.stream()
                        .filter(row ->
                                row.category().equals(category) && row.mode().equals(mode))
                        .mapToDouble(row -> row.minutes().orElse(LIMIT))
                        .toArray();
                if (minutes.length > 0) {
                    double[] alike = IntStream.range(0, minutes.length)
                            .mapToDouble(area -> 1)
                            .toArray();
                    lines.add(List.of(
                            words.name(category),
                            words.mode(mode),
                            Inequality.gini(minutes, alike).stream()
                                    .mapToObj(this::rounded)
                                    .findFirst()
                                    .orElse(""),
                            Inequality.palma(minutes, alike, minutes).stream()
                                    .mapToObj(this::rounded)
                                    .findFirst()
                                    .orElse("")));
                }
            }
        }
        return new Section(
                "inequality",
                List.of(words.say("inequalityNote", words.level(level).many())),
                head("kind", "way", "gini", "palma"),
                lines,
                false);
    }

    private Section clusters(List<GapRow> rows) {
        Clusters clusters = new Clusters(snapshot.newest(snapshot.layer(Layer.idOf(level.code()))));
        List<List<Object>> lines = new ArrayList<>();
        for (ServiceCategory category : snapshot.categories()) {
            for (String way : modes()) {
                List<GapRow> of = rows.stream()
                        .filter(row ->
                                row.category().equals(category) && row.mode().equals(way))
                        .toList();
                Clusters.Found found = clusters.of(of, LIMIT);
                if (!found.slow().isEmpty() || !found.fast().isEmpty()) {
                    lines.add(List.of(
                            words.name(category),
                            words.mode(way),
                            String.join(", ", found.slow()),
                            String.join(", ", found.fast())));
                }
            }
        }
        return new Section(
                "clusters",
                List.of(words.say("clustersNote", words.level(level).many())),
                head("kind", "way", "clustersSlow", "clustersFast"),
                lines,
                false);
    }

    /** Three decimals are all that minutes can carry. */
    private Object rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    private Section about() {
        List<List<Object>> facts = new ArrayList<>();
        LocalDate day = snapshot.releases().get(0).referenceDate();
        fact(facts, words.say("aboutRelease"), run.releaseId() + ", " + words.day(day));
        fact(facts, words.say("aboutRun"), run.id());
        fact(facts, words.say("aboutStreets"), run.streetsChanged() == null ? "" : words.day(run.streetsChanged()));
        if (!run.credits().isEmpty()) {
            fact(facts, words.say("aboutCredits"), run.credits());
        }
        fact(facts, words.say("aboutAccess"), words.access(run.access()));
        for (GapRun.Share share : run.shares()) {
            String name = snapshot.categories().stream()
                    .filter(category -> category.code().equals(share.category()))
                    .map(words::name)
                    .findFirst()
                    .orElse(share.category());
            fact(facts, words.say("aboutShare", name), share.share() + ", " + share.source());
        }
        fact(facts, words.say("aboutVerify"), "atlas gap verify …/gaps/" + run.id());
        return new Section("aboutNumbers", List.of(), head("fact", "text"), facts, false);
    }

    private static void fact(List<List<Object>> facts, String title, String text) {
        facts.add(List.of(title, text));
    }

    private List<String> head(String... keys) {
        return words.sayAll(keys);
    }

    private static Object low(Optional<GapRow.Bounds> bounds) {
        return bounds.<Object>map(GapRow.Bounds::low).orElse("");
    }

    private static Object high(Optional<GapRow.Bounds> bounds) {
        return bounds.<Object>map(GapRow.Bounds::high).orElse("");
    }

    private Object minutes(OptionalInt minutes) {
        return Section.minutes(minutes, words);
    }
}
