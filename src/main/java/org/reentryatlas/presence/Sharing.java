package org.reentryatlas.presence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static java.util.Objects.requireNonNull;

/**
 * Shares patrols of a week among beats by what they need: each goes to where need for each patrol is greatest, by the divisor method of Sainte-Laguë and Webster, which favours neither large nor
 * small shares (Balinski and Young, Fair Representation, 2nd ed. 2001, ch. 9). What is planned already counts as given. The same input gives the same plan.
 */
final class Sharing {
    private Sharing() {}

    /**
     * A beat.
     *
     * @param need at least 0; one without need gets none
     * @param planned patrols that it has already
     * @param days on which it has them
     */
    record Claim(String key, double need, int planned, Set<LocalDate> days) {
        Claim {
            if (!(need >= 0) || Double.isInfinite(need) || planned < 0) {
                throw new IllegalArgumentException("the claim of " + key + " is not a number of at least 0");
            }
            days = Set.copyOf(days);
        }

        /** How much need each patrol answers, if it has so many and gets one more. */
        private double quotient(int patrols) {
            return need / (2 * patrols + 1);
        }
    }

    /** A patrol that somebody should walk. */
    record Given(String key, LocalDate day) {}

    /**
     * How many patrols each beat gets beside what it has; fewer are given than there are once every beat in need has one a day.
     *
     * @param patrols how many there are to give
     * @param days on which they can be
     */
    static Map<String, Integer> share(List<Claim> claims, int patrols, List<LocalDate> days) {
        Map<String, Integer> given = new HashMap<>();
        claims.forEach(claim -> given.put(claim.key(), 0));
        for (int i = 0; i < patrols; i++) {
            Optional<Claim> next = claims.stream()
                    .filter(claim -> claim.need() > 0 && requireNonNull(given.get(claim.key())) < free(claim, days))
                    .max(Comparator.comparingDouble((Claim claim) -> claim.quotient(has(claim, given)))
                            .thenComparing(Claim::key, Comparator.reverseOrder()));
            if (next.isEmpty()) {
                break;
            }
            given.merge(next.get().key(), 1, Integer::sum);
        }
        return given;
    }

    private static long free(Claim claim, List<LocalDate> days) {
        return days.stream().filter(day -> !claim.days().contains(day)).count();
    }

    private static int has(Claim claim, Map<String, Integer> given) {
        return claim.planned() + requireNonNull(given.get(claim.key()));
    }

    /**
     * Lays them on the days: never two of a beat on a day, as far from those that it has as can be, and as many on one day as on another.
     *
     * @param given as {@link #share} has it
     */
    static List<Given> lay(List<Claim> claims, Map<String, Integer> given, List<LocalDate> days) {
        Map<LocalDate, Integer> load = new HashMap<>();
        claims.forEach(claim -> claim.days().forEach(day -> load.merge(day, 1, Integer::sum)));
        List<Given> laid = new ArrayList<>();
        for (Claim claim : claims) {
            Set<LocalDate> taken = new HashSet<>(claim.days());
            int patrols = given.getOrDefault(claim.key(), 0);
            for (int i = 0; i < patrols; i++) {
                LocalDate day = days.stream()
                        .filter(each -> !taken.contains(each))
                        .min(Comparator.comparingInt((LocalDate each) -> load.getOrDefault(each, 0))
                                .thenComparing(each -> -distance(each, taken))
                                .thenComparing(Comparator.naturalOrder()))
                        .orElseThrow();
                taken.add(day);
                load.merge(day, 1, Integer::sum);
                laid.add(new Given(claim.key(), day));
            }
        }
        laid.sort(Comparator.comparing(Given::day).thenComparing(Given::key));
        return laid;
    }

    private static long distance(LocalDate day, Set<LocalDate> taken) {
        return taken.stream()
                .mapToLong(other -> Math.abs(other.toEpochDay() - day.toEpochDay()))
                .min()
                .orElse(0);
    }
}
