package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The acceptance test of protection on seeded cities: protects eight releases of each, attacks them in two ways that share no
 * code, and breaks the first in six ways that the attack must find. Takes an hour, so {@code scripts/bench protect} runs it, and no build.
 */
public final class ProtectBench {
    /** One city in so many may hide a broken protection. */
    private static final int CITIES_A_MISS = 30;

    private static final int RELEASES = 8;

    private static final double AUDIT_SECONDS = 60;

    /** About 2,100 atoms and 1,000 cells of people without needs. */
    private static final SeededCity.Size LARGE = new SeededCity.Size(9_000, 16, 8, 4.5);

    private final Map<CityMutation, Integer> found = new EnumMap<>(CityMutation.class);
    private int violations;

    private ProtectBench() {}

    /**
     * Runs it and exits.
     *
     * @param arguments how many cities
     */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        int cities = Integer.parseInt(arguments[0]);
        ProtectBench bench = new ProtectBench();
        boolean isGood = bench.attackCities(cities);
        isGood &= bench.timeAudit();
        System.exit(isGood ? 0 : 1);
    }

    private boolean attackCities(int cities) {
        System.out.println(
                "seed  people  atoms  cells  hidden  for others'   protect  outsider     audit  violations  found");
        for (int seed = 1; seed <= cities; seed++) {
            attackCity(seed);
        }
        System.out.printf("%d violations in %d cities; target 0%n", violations, cities);
        int misses = cities / CITIES_A_MISS;
        boolean isGood = violations == 0;
        for (CityMutation mutation : CityMutation.values()) {
            int times = found.getOrDefault(mutation, 0);
            isGood &= times >= cities - misses;
            System.out.printf(
                    "  %-38s found in %d of %d; target at least %d%n",
                    mutation.words(), times, cities, cities - misses);
        }
        return isGood;
    }

    private void attackCity(int seed) {
        SeededCity city = new SeededCity(seed, SeededCity.Size.of(seed));
        int people = city.people();
        CellSystem system = city.system(SeededCity.LAYERS);
        Tally tally = new Tally();
        List<Published> first = tally.publish(system);
        int mutations = 0;
        for (CityMutation mutation : CityMutation.values()) {
            if (CityAudit.isBroken(mutation.release(city, system, first))) {
                found.merge(mutation, 1, Integer::sum);
                mutations++;
            }
        }
        List<Published> last = first;
        for (int release = 2; release <= RELEASES; release++) {
            city.goOn();
            last = tally.publish(city.system(SeededCity.LAYERS, last));
        }
        violations += tally.breaches.size();
        System.out.printf(
                "%4d  %6d  %5d  %5d  %5.1f%%  %10.1f%%  %6.1f s  %6.1f s  %6.1f s  %10d  %d of %d%n",
                seed,
                people,
                system.atoms(),
                system.cells().size(),
                100.0 * tally.hidden / tally.cells,
                100.0 * tally.complementary / tally.cells,
                tally.protecting / 1e9,
                tally.attacking / 1e9,
                tally.auditing / 1e9,
                tally.breaches.size(),
                mutations,
                CityMutation.values().length);
        tally.breaches.forEach(breach -> System.out.println("      " + breach));
    }

    /** What the releases of a city come to. */
    private static final class Tally {
        private final List<String> breaches = new ArrayList<>();
        private int releases;
        private int cells;
        private int hidden;
        private int complementary;
        private long protecting;
        private long attacking;
        private long auditing;

        /** Protects a release and attacks it; the first and the last with the second audit too, which takes longest. */
        List<Published> publish(CellSystem system) {
            releases++;
            long start = System.nanoTime();
            Protection.Outcome outcome = new Protection(CityMutation.POLICY).protect(system);
            long isProtected = System.nanoTime();
            Outsider.Report report = attack(system, outcome);
            long attacked = System.nanoTime();
            if (releases == 1 || releases == RELEASES) {
                breaches.addAll(CityAudit.breaches(release(system, outcome)));
            }
            Stream.of(Outsider.Verdict.PROVED, Outsider.Verdict.UNDECIDED)
                    .flatMap(verdict -> report.of(verdict).stream())
                    .forEach(bounded -> breaches.add("release " + releases + ": " + bounded));
            cells += system.cells().size();
            hidden += outcome.primary() + outcome.complementary();
            complementary += outcome.complementary();
            protecting += isProtected - start;
            attacking += attacked - isProtected;
            auditing += System.nanoTime() - attacked;
            return outcome.cells();
        }
    }

    private boolean timeAudit() {
        CellSystem system = new SeededCity(1, LARGE, 0).system(SeededCity.LAYERS);
        Protection.Outcome outcome = new Protection(CityMutation.POLICY).protect(system);
        long start = System.nanoTime();
        Outsider.Report report = attack(system, outcome);
        long attacked = System.nanoTime();
        List<String> breaches = CityAudit.breaches(release(system, outcome));
        long audited = System.nanoTime();
        System.out.printf(
                "%d atoms, %d cells: attack of an outsider %.1f s, %.2f x the limit of %.0f s; audit by a second solver %.1f s, %.2f x%n",
                system.atoms(),
                system.cells().size(),
                seconds(start, attacked),
                seconds(start, attacked) / AUDIT_SECONDS,
                AUDIT_SECONDS,
                seconds(attacked, audited),
                seconds(attacked, audited) / AUDIT_SECONDS);
        breaches.forEach(breach -> System.out.println("      " + breach));
        return report.isSafe() && breaches.isEmpty() && seconds(start, attacked) <= AUDIT_SECONDS;
    }

    private static Outsider.Report attack(CellSystem system, Protection.Outcome outcome) {
        return new Outsider(system, outcome.cells(), CityMutation.POLICY, step -> {})
                .attack(CityMutation.POLICY.knownMembers());
    }

    private static CityAudit.Release release(CellSystem system, Protection.Outcome outcome) {
        return new CityAudit.Release(system, outcome.cells(), CityMutation.POLICY, false);
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }
}
