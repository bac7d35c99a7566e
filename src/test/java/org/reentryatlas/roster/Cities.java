package org.reentryatlas.roster;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Problems that a seed draws: large ones as a city has them, and ones so small that every plan can be tried. */
final class Cities {
    /** Which officers serve which areas. */
    enum Service {
        EVERYWHERE,
        /** Seven teams of one agency and five of the other, cut differently; every fifth officer serves all areas. */
        TEAMS,
        /** Twelve areas each, drawn. */
        SCATTERED
    }

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);

    private static final List<Slot.Preference> PREFERENCES = List.of(Slot.Preference.values());
    private static final List<Block.Cause> CAUSES = List.of(Block.Cause.values());

    private Cities() {}

    /** 60 areas that need 3 to 10 tours, 13 weeks of ten slots, 20 officers of each agency, available in two slots of five. */
    static RosterProblem city(Service service, int mostPerWeek, boolean doOverlap, long seed) {
        Random random = new Random(seed);
        List<Area> areas = IntStream.range(0, 60)
                .mapToObj(a -> new Area(
                        "%03d".formatted(101 + a),
                        3 + random.nextInt(8),
                        Optional.of("team " + a % 7),
                        Optional.of("district " + a % 5)))
                .toList();
        List<Slot> slots = IntStream.range(0, 13)
                .boxed()
                .flatMap(week -> week(MONDAY.plusWeeks(week), doOverlap).stream())
                .toList();
        List<Officer> officers = new ArrayList<>();
        for (Agency agency : Agency.values()) {
            for (int o = 0; o < 20; o++) {
                Set<String> free = slots.stream()
                        .map(Slot::id)
                        .filter(id -> random.nextDouble() < 0.4)
                        .collect(Collectors.toSet());
                String code = "%s-%02d".formatted(agency == Agency.SUPERVISION ? "S" : "P", o);
                officers.add(new Officer(code, agency, free, served(service, agency, o, areas, random), mostPerWeek));
            }
        }
        List<Block> blocks = new ArrayList<>();
        for (Area area : areas) {
            for (Slot slot : slots) {
                if (random.nextInt(20) == 0) {
                    blocks.add(new Block(area.key(), slot.id(), Block.Cause.EVENT));
                }
            }
        }
        return new RosterProblem(areas, slots, officers, blocks);
    }

    private static List<Slot> week(LocalDate monday, boolean doOverlap) {
        List<Slot> slots = new ArrayList<>();
        for (int day = 0; day < 5; day++) {
            slots.add(slot(monday.plusDays(day), 16, 3, Slot.Preference.WEEKDAY_AFTERNOON));
        }
        for (int day = 0; day < 3; day++) {
            slots.add(slot(monday.plusDays(day), doOverlap ? 18 : 19, 2, Slot.Preference.EVENING));
        }
        slots.add(slot(monday.with(DayOfWeek.SATURDAY), 10, 3, Slot.Preference.WEEKEND));
        slots.add(slot(monday.with(DayOfWeek.SUNDAY), 13, 3, Slot.Preference.WEEKEND));
        return slots;
    }

    private static Slot slot(LocalDate day, int hour, int hours, Slot.Preference preference) {
        LocalDateTime start = day.atTime(hour, 0);
        return new Slot(start.toString(), start, start.plusHours(hours), preference);
    }

    private static Set<String> served(Service service, Agency agency, int officer, List<Area> areas, Random random) {
        if (service == Service.EVERYWHERE || (service == Service.TEAMS && officer % 5 == 0)) {
            return Set.of();
        }
        if (service == Service.SCATTERED) {
            Set<String> drawn = new HashSet<>();
            while (drawn.size() < 12) {
                drawn.add(areas.get(random.nextInt(areas.size())).key());
            }
            return drawn;
        }
        int teams = agency == Agency.SUPERVISION ? 7 : 5;
        return IntStream.range(0, areas.size())
                .filter(a -> a % teams == officer % teams)
                .mapToObj(a -> areas.get(a).key())
                .collect(Collectors.toSet());
    }

    /** At most three areas, three slots in two weeks, some of which overlap, and three officers of each agency. */
    static RosterProblem tiny(long seed) {
        Random random = new Random(seed);
        List<Area> areas = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(a -> new Area("A" + a, random.nextInt(4)))
                .toList();
        List<Slot> slots = new ArrayList<>();
        for (int t = random.nextInt(4); t > 0; t--) {
            // Sunday and Monday, so that slots overlap within weeks and across their border.
            LocalDateTime start = MONDAY.atTime(0, 0).plusHours(3L * random.nextInt(8) - 12);
            Slot.Preference preference = PREFERENCES.get(random.nextInt(4));
            slots.add(new Slot("T" + t, start, start.plusHours(1 + random.nextInt(5)), preference));
        }
        List<Officer> officers = new ArrayList<>();
        for (Agency agency : Agency.values()) {
            for (int o = random.nextInt(4); o > 0; o--) {
                officers.add(new Officer(
                        agency.name().charAt(0) + "-" + o,
                        agency,
                        drawn(slots.stream().map(Slot::id).toList(), 0.7, random),
                        random.nextBoolean()
                                ? Set.of()
                                : drawn(areas.stream().map(Area::key).toList(), 0.6, random),
                        random.nextInt(4)));
            }
        }
        List<Block> blocks = new ArrayList<>();
        for (Area area : areas) {
            for (Slot slot : slots) {
                if (random.nextInt(8) == 0) {
                    blocks.add(new Block(area.key(), slot.id(), CAUSES.get(random.nextInt(3))));
                }
            }
        }
        return new RosterProblem(areas, slots, officers, blocks);
    }

    private static Set<String> drawn(List<String> all, double share, Random random) {
        return all.stream().filter(one -> random.nextDouble() < share).collect(Collectors.toSet());
    }
}
