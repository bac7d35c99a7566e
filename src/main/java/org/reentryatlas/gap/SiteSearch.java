package org.reentryatlas.gap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.reentryatlas.access.DemandBox;
import org.reentryatlas.attack.PublishedCounts;
import org.reentryatlas.attack.ReleaseFiles;
import org.reentryatlas.gap.Figure.Span;
import org.reentryatlas.gap.SiteAnswer.Option;
import org.reentryatlas.gap.SiteAnswer.People;
import org.reentryatlas.gap.SiteAnswer.Place;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.siting.Effort;
import org.reentryatlas.siting.Goal;
import org.reentryatlas.siting.Infeasible;
import org.reentryatlas.siting.Siting;
import org.reentryatlas.siting.SitingProblem;
import org.reentryatlas.siting.Solution;
import org.reentryatlas.siting.Unserved;
import org.reentryatlas.siting.Watch;
import org.reentryatlas.travel.Travel;

/**
 * Looks for places of new sites. People set out from the middles of homes that are near each other; places of new sites are such
 * middles too, beside the sites that are there. A choice is good for the middle of what the release leaves possible, and what it
 * changes is told within its bounds.
 */
final class SiteSearch {
    /** Cells of a degree in which homes are taken together: about 400 m. */
    private static final double CELL = 0.004;

    private static final int MOST_PLACES = 200;
    private static final int SECONDS_A_MINUTE = 60;

    private final GapInput input;
    private final SiteQuestion question;
    /** One for each area and cell. */
    private final List<Origin> points;

    private final List<Origin> places;
    private final DemandBox demand;

    private SiteSearch(GapInput input, ReleaseFiles release, SiteQuestion question) {
        if (!input.modes().contains(question.mode())) {
            throw new GapException("no feed of public transport is loaded: 'atlas load transit' loads one");
        }
        this.input = input;
        this.question = question;
        DemandRule rule = input.rules().stream()
                .filter(each -> each.category().equals(question.category()))
                .findFirst()
                .orElseThrow(() -> new GapException("nobody is known to need '%s'; there is demand for: %s"
                        .formatted(
                                question.category(),
                                String.join(
                                        ", ",
                                        input.rules().stream()
                                                .map(DemandRule::category)
                                                .toList()))));
        this.points = gathered(input.origins(), true);
        this.places = gathered(input.origins(), false).stream()
                .sorted(Comparator.comparingInt(Origin::homes).reversed())
                .limit(MOST_PLACES)
                .toList();
        this.demand = new Homes(points).demand(PublishedCounts.of(release, input.base()), rule);
    }

    /**
     * The answer.
     *
     * @throws GapException if nobody is known to need the category
     * @throws org.reentryatlas.attack.UnreadableReleaseException if the release leaves open how many do
     */
    static SiteAnswer answer(GapInput input, ReleaseFiles release, SiteQuestion question, Consumer<String> progress) {
        return new SiteSearch(input, release, question).answer(progress);
    }

    /** Each cell by the place in it where most live, with the homes of all. */
    private static List<Origin> gathered(List<Origin> origins, boolean byArea) {
        record Cell(String area, long east, long north) {}
        Map<Cell, Origin> cells = new LinkedHashMap<>();
        Map<Cell, Integer> homes = new LinkedHashMap<>();
        for (Origin origin : origins) {
            Cell cell = new Cell(
                    byArea ? origin.area() : "",
                    (long) Math.floor(origin.place().longitude() / CELL),
                    (long) Math.floor(origin.place().latitude() / CELL));
            homes.merge(cell, origin.homes(), Integer::sum);
            cells.merge(cell, origin, (one, other) -> other.homes() > one.homes() ? other : one);
        }
        List<Origin> gathered = new ArrayList<>();
        cells.forEach(
                (cell, origin) -> gathered.add(new Origin(origin.area(), origin.place(), homes.getOrDefault(cell, 0))));
        return gathered;
    }

    private SiteAnswer answer(Consumer<String> progress) {
        List<LonLat> there = input.sitesInReach().stream()
                .filter(site -> site.categories().contains(question.category()))
                .map(Site::place)
                .toList();
        List<LonLat> candidates = new ArrayList<>(there);
        places.forEach(place -> candidates.add(place.place()));
        List<LonLat> from = points.stream().map(Origin::place).toList();
        try (Travel travel = input.travel(question.mode(), from)) {
            progress.accept("ways from %d places to %d sites and %d candidates"
                    .formatted(points.size(), there.size(), places.size()));
            double[] weights = new double[points.size()];
            Arrays.setAll(weights, point -> (demand.low(point) + demand.high(point)) / 2);
            SitingProblem whole = SitingProblem.of(weights, costs(travel, candidates), candidates.size())
                    .withFixed(IntStream.range(0, there.size()).toArray());
            List<Integer> aside = unreachable(whole);
            SitingProblem problem = whole.setAside(aside);
            List<Integer> fixed = problem.fixed();
            List<Integer> all = IntStream.range(0, points.size()).boxed().toList();
            List<Integer> covered = all.stream()
                    .filter(point -> fixed.stream().anyMatch(site -> whole.cost(point, site) <= radius()))
                    .toList();
            return new SiteAnswer(
                    input.release(),
                    travel.isOnStreets() ? "streets" : "straight lines",
                    people(all),
                    people(covered),
                    people(aside),
                    options(problem, progress));
        }
    }

    private double radius() {
        return question.minutes() * SECONDS_A_MINUTE;
    }

    private double[][] costs(Travel travel, List<LonLat> candidates) {
        double[][] costs = new double[points.size()][candidates.size()];
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            int[] seconds = travel.secondsTo(candidates.get(candidate));
            for (int point = 0; point < seconds.length; point++) {
                costs[point][candidate] = seconds[point] == Travel.NONE ? Double.POSITIVE_INFINITY : seconds[point];
            }
        }
        return costs;
    }

    private static List<Integer> unreachable(SitingProblem problem) {
        return IntStream.range(0, problem.demands())
                .filter(point -> problem.weight(point) > 0
                        && IntStream.range(0, problem.candidates())
                                .noneMatch(site -> problem.cost(point, site) < Double.POSITIVE_INFINITY))
                .boxed()
                .toList();
    }

    private List<Option> options(SitingProblem problem, Consumer<String> progress) {
        progress.accept("looking for the best of %d places".formatted(places.size()));
        return new Siting(Effort.DEFAULT)
                .sideBySide(problem, goal(), Watch.NONE).stream()
                        .map(choice -> option(problem, choice))
                        .toList();
    }

    private Goal.ByNumber goal() {
        return switch (question.aim()) {
            case COVER -> new Goal.MaximalCovering(radius(), question.sites());
            case MEDIAN -> new Goal.PMedian(question.sites());
            case CENTER -> new Goal.PCenter(question.sites());
        };
    }

    private Option option(SitingProblem problem, Siting.Option choice) {
        int there = problem.fixed().size();
        People moved = people(choice.comparison().movedWithin(radius()).demands());
        if (choice.outcome() instanceof Solution solution) {
            List<Place> added = solution.added().stream()
                    .map(site -> places.get(site - there))
                    .map(place -> new Place(place.place(), place.area()))
                    .toList();
            return new Option(choice.newSites(), added, List.of(), moved, solution.gap(), solution.isProven());
        }
        List<Unserved> unserved = choice.outcome() instanceof Infeasible infeasible ? infeasible.unserved() : List.of();
        return new Option(choice.newSites(), List.of(), areas(unserved), moved, 1, false);
    }

    private List<String> areas(List<Unserved> unserved) {
        return unserved.stream()
                .map(each -> points.get(each.demand()).area())
                .distinct()
                .sorted()
                .toList();
    }

    private People people(List<Integer> of) {
        return new People(
                Span.outwards(
                        of.stream().mapToDouble(demand::low).sum(),
                        of.stream().mapToDouble(demand::high).sum(),
                        1),
                of.stream()
                        .filter(point -> demand.high(point) > 0)
                        .map(point -> points.get(point).area())
                        .distinct()
                        .sorted()
                        .toList());
    }
}
