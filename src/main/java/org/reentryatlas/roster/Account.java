package org.reentryatlas.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Says what a search came to, and why areas have fewer tours than they need. */
final class Account {
    private final Grid grid;
    private final Alone alone;
    private final Search search;
    private final Draft draft;
    private final boolean wasInterrupted;

    Account(Grid grid, Alone alone, Search search, boolean wasInterrupted) {
        this.grid = grid;
        this.alone = alone;
        this.search = search;
        this.draft = search.best();
        this.wasInterrupted = wasInterrupted;
    }

    Plan plan() {
        return new Plan(
                draft.list(),
                IntStream.of(grid.allAreas()).mapToObj(this::area).toList(),
                loads(),
                teams(),
                search.leastShare(),
                search.tourCount(),
                search.unevenness(),
                search.steps(),
                wasInterrupted);
    }

    private AreaPlan area(int area) {
        int planned = draft.planned(area);
        Optional<Shortfall> shortfall = planned < grid.needed(area) ? Optional.of(shortfall(area)) : Optional.empty();
        return new AreaPlan(grid.areas.get(area).key(), grid.needed(area), planned, shortfall);
    }

    private Shortfall shortfall(int area) {
        for (Crew crew : grid.crews) {
            if (crew.serving[area].length == 0) {
                return new Shortfall.NobodyServes(crew.agency, crew.officers.size());
            }
        }
        if (grid.slots.isEmpty()) {
            return new Shortfall.NoSlots();
        }
        int[] open = slots().filter(t -> grid.blocked[area][t] == null).toArray();
        if (open.length == 0) {
            return new Shortfall.AllBlocked(causes(area));
        }
        int[] usable = IntStream.of(open).filter(t -> grid.isUsable(area, t)).toArray();
        if (usable.length == 0) {
            return new Shortfall.NeverTogether(open.length, withSome(0, area, open), withSome(1, area, open));
        }
        int planned = draft.planned(area);
        if (planned == usable.length) {
            return new Shortfall.TooFewSlots(usable.length, grid.slots.size() - open.length);
        }
        if (alone.isExact[area] && planned == alone.tours[area]) {
            boolean doOverlap = IntStream.of(usable)
                    .anyMatch(t -> IntStream.of(grid.overlaps[t]).anyMatch(other -> grid.isUsable(area, other)));
            return doOverlap
                    ? new Shortfall.LimitsAndOverlaps(planned, usable.length)
                    : new Shortfall.WeeklyLimits(planned, usable.length);
        }
        return neededElsewhere(area, usable);
    }

    private IntStream slots() {
        return IntStream.range(0, grid.slots.size());
    }

    private Map<Block.Cause, Integer> causes(int area) {
        Map<Block.Cause, Integer> causes = new EnumMap<>(Block.Cause.class);
        for (Block.Cause cause : grid.blocked[area]) {
            if (cause != null) {
                causes.merge(cause, 1, Integer::sum);
            }
        }
        return causes;
    }

    private int withSome(int agency, int area, int[] slots) {
        return (int) IntStream.of(slots)
                .filter(t -> grid.crews.get(agency).isFreeFor(area, t))
                .count();
    }

    private Shortfall neededElsewhere(int area, int[] usable) {
        int[] onTour = new int[2];
        int[] atLimit = new int[2];
        for (int t : usable) {
            if (draft.hasTour(area, t)) {
                continue;
            }
            int agency = isSomebodyAtHand(0, area, t) ? 1 : 0;
            if (agency == 1 && isSomebodyAtHand(1, area, t)) {
                throw new IllegalStateException(
                        "a tour of area " + grid.areas.get(area).key() + " was left out");
            }
            boolean isAnyOnTour = available(agency, area, t).anyMatch(o -> draft.isEngaged(agency, o, t));
            int[] counted = isAnyOnTour ? onTour : atLimit;
            counted[agency]++;
        }
        return new Shortfall.NeededElsewhere(alone.tours[area], onTour[0], atLimit[0], onTour[1], atLimit[1]);
    }

    private IntStream available(int agency, int area, int slot) {
        Crew crew = grid.crews.get(agency);
        return IntStream.of(crew.serving[area]).filter(o -> crew.isFree[o][slot]);
    }

    private boolean isSomebodyAtHand(int agency, int area, int slot) {
        return IntStream.of(grid.crews.get(agency).serving[area]).anyMatch(o -> draft.isAtHand(agency, o, slot));
    }

    private List<Load> loads() {
        List<Load> loads = new ArrayList<>();
        for (int g = 0; g < 2; g++) {
            Crew crew = grid.crews.get(g);
            for (int o = 0; o < crew.officers.size(); o++) {
                loads.add(new Load(crew.officers.get(o).code(), crew.agency, draft.load(g, o), crew.capacity[o]));
            }
        }
        return loads;
    }

    private List<TeamShare> teams() {
        List<TeamShare> shares = new ArrayList<>();
        for (Agency agency : Agency.values()) {
            Map<String, TeamShare> teams = new TreeMap<>();
            for (int a : grid.allAreas()) {
                Area area = grid.areas.get(a);
                int planned = draft.planned(a);
                Optional<String> named = agency == Agency.SUPERVISION ? area.supervisionTeam() : area.policeTeam();
                named.ifPresent(team -> teams.merge(
                        team,
                        new TeamShare(agency, team, area.needed(), planned),
                        (one, other) -> new TeamShare(
                                agency, team, one.needed() + other.needed(), one.planned() + other.planned())));
            }
            shares.addAll(teams.values());
        }
        return shares;
    }
}
