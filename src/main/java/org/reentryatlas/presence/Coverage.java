package org.reentryatlas.presence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.upkeep.Priority;

import static java.util.Objects.requireNonNull;

/**
 * How the outreach patrols of a week are shared among beats.
 *
 * @param scales the value of each part that counts as 1
 * @param rows the most in need first
 * @param patrols that should be walked beside those that are planned
 * @param left hours that no patrol was made of: less than one, or more than one a day in every beat
 */
record Coverage(
        CoverageQuestion question,
        Map<NeedPart, Double> scales,
        List<Row> rows,
        List<Sharing.Given> patrols,
        double left) {
    private static final List<NeedPart> PARTS = List.of(NeedPart.values());

    Coverage {
        scales = Map.copyOf(scales);
        rows = List.copyOf(rows);
        patrols = List.copyOf(patrols);
    }

    /**
     * A beat.
     *
     * @param values of the parts; NaN where one is not known
     * @param ranked its need
     * @param given patrols that it should have more
     * @param share hours that would be its even share of all hours by need
     */
    record Row(Beat beat, Presence presence, List<Double> values, Priority.Ranked ranked, int given, double share) {
        Row {
            values = List.copyOf(values);
        }
    }

    /**
     * Shares the hours.
     *
     * @param gaps of beats by key; empty where no gap was ever computed of the areas
     * @param today before which nobody can walk any more
     */
    static Coverage of(
            CoverageQuestion question,
            List<Beat> beats,
            Map<String, Presence> presence,
            Map<String, Double> gaps,
            LocalDate today) {
        Map<String, List<Double>> values = new HashMap<>();
        List<Priority.Place> places = new ArrayList<>();
        for (Beat beat : beats) {
            Presence known = presence.getOrDefault(beat.key(), Presence.NONE);
            List<Double> measured = values(question.week(), known, gaps.get(beat.key()));
            values.put(beat.key(), measured);
            places.add(new Priority.Place(beat.key(), measured));
        }
        List<Priority.Ranked> ranked = Priority.rank(components(question), places);
        List<Sharing.Claim> claims = ranked.stream()
                .map(each -> claim(each, presence.getOrDefault(each.key(), Presence.NONE), question.length()))
                .toList();
        double planned =
                beats.stream().mapToDouble(beat -> hours(presence, beat)).sum();
        Map<String, Integer> given = Sharing.share(claims, question.patrols(planned), question.days(today));
        double need = ranked.stream().mapToDouble(Priority.Ranked::score).sum();
        Map<String, Beat> byKey = new HashMap<>();
        beats.forEach(beat -> byKey.put(beat.key(), beat));
        List<Row> rows = ranked.stream()
                .map(each -> new Row(
                        requireNonNull(byKey.get(each.key())),
                        presence.getOrDefault(each.key(), Presence.NONE),
                        requireNonNull(values.get(each.key())),
                        each,
                        requireNonNull(given.get(each.key())),
                        need == 0 ? 0 : question.hours() * each.score() / need))
                .toList();
        List<Sharing.Given> patrols = Sharing.lay(claims, given, question.days(today));
        double left = Math.max(0, question.hours() - planned - (double) patrols.size() * question.length());
        return new Coverage(question, Priority.scales(PARTS, places), rows, patrols, left);
    }

    private static double hours(Map<String, Presence> presence, Beat beat) {
        return presence.getOrDefault(beat.key(), Presence.NONE).plannedHours();
    }

    private static Sharing.Claim claim(Priority.Ranked ranked, Presence presence, int length) {
        int patrols = (int) Math.ceil(presence.plannedHours() / length);
        return new Sharing.Claim(ranked.key(), ranked.score(), patrols, presence.plannedDays());
    }

    private static List<Double> values(LocalDate week, Presence presence, @Nullable Double gap) {
        LocalDate last = presence.lastDay();
        return List.of(
                gap == null ? Double.NaN : gap,
                (double) presence.coming(),
                last == null ? Double.NaN : Math.max(0, ChronoUnit.DAYS.between(last, week)));
    }

    private static List<Priority.Component> components(CoverageQuestion question) {
        return PARTS.stream()
                .map(part -> new Priority.Component(
                        part.code(), requireNonNull(question.weights().get(part)), part.unknown()))
                .toList();
    }
}
