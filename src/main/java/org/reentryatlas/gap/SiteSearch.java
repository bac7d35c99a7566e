package org.reentryatlas.gap;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reentryatlas.access.DemandBox;
import org.reentryatlas.attack.ReleaseFiles;
import org.reentryatlas.gap.CandidatePlaces.Gathered;
import org.reentryatlas.gap.Figure.Span;
import org.reentryatlas.gap.SiteAnswer.Option;
import org.reentryatlas.gap.SiteAnswer.People;
import org.reentryatlas.gap.SiteAnswer.Place;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.siting.Allocation;
import org.reentryatlas.siting.Effort;
import org.reentryatlas.siting.Goal;
import org.reentryatlas.siting.Infeasible;
import org.reentryatlas.siting.Siting;
import org.reentryatlas.siting.SitingProblem;
import org.reentryatlas.siting.Solution;
import org.reentryatlas.siting.Unserved;
import org.reentryatlas.siting.Watch;
import org.reentryatlas.travel.Travel;

import static java.util.Objects.requireNonNull;

/**
 * Looks for places of new sites beside those that are there. To choose, people set out from the middles of homes that are near each
 * other, as many as the middle of what the release leaves possible; what a choice changes is told within its bounds, of every home.
 */
final class SiteSearch {
    private static final int SECONDS_A_MINUTE = 60;

    private final Scene scene;
    private final SiteQuestion question;
    private final DemandRule rule;
    /** One for each area and cell. */
    private final List<Gathered> points;

    private final List<Place> places;
    private final List<Site> there;
    private final DemandBox demand;

    private SiteSearch(Scene scene, SiteQuestion question) {
        GapInput input = scene.input();
        if (!input.modes().contains(question.mode())) {
            throw new GapException("no feed of public transport is loaded: 'atlas load transit' loads one");
        }
        this.scene = scene;
        this.question = question;
        this.rule = scene.rule(question.category());
        this.points = CandidatePlaces.gathered(input.origins(), true);
        this.places = CandidatePlaces.of(scene, question);
        this.there = scene.offering(question.category());
        this.demand =
                new Homes(points.stream().map(this::origin).toList(), 0, key -> true).demand(scene.counts(), rule);
    }

    /**
     * The answer.
     *
     * @throws GapException if nobody is known to need the category
     * @throws org.reentryatlas.attack.UnreadableReleaseException if the release leaves open how many do
     */
    static SiteAnswer answer(GapInput input, ReleaseFiles release, SiteQuestion question, Consumer<String> progress) {
        return new SiteSearch(Scene.of(input, release).get(0), question).answer(progress);
    }

    private Origin origin(Gathered point) {
        Origin middle = scene.input().origins().get(point.origin());
        return new Origin(List.of(middle.area()), middle.place(), point.homes());
    }

    private SiteAnswer answer(Consumer<String> progress) {
        List<LonLat> candidates = Stream.concat(
                        there.stream().map(Site::place), places.stream().map(Place::position))
                .toList();
        progress.accept("ways from %d places to %d sites and %d candidates"
                .formatted(points.size(), there.size(), places.size()));
        Map<LonLat, int[]> ways = new HashMap<>();
        boolean isOnStreets;
        try (Travel travel = scene.input().travel(question.mode(), scene.places())) {
            candidates.forEach(place -> ways.computeIfAbsent(place, travel::secondsTo));
            isOnStreets = travel.isOnStreets();
        }
        SitingProblem whole = limited(SitingProblem.of(weights(), costs(ways, candidates), candidates.size())
                .withFixed(IntStream.range(0, there.size()).toArray()));
        List<Integer> aside = unreachable(whole);
        SitingProblem problem = whole.setAside(aside);
        progress.accept("looking for the best of %d places".formatted(places.size()));
        List<Siting.Option> choices = new Siting(Effort.DEFAULT).sideBySide(problem, goal(), Watch.NONE);
        Reached reached = new Reached(scene, rule, question.minutes(), ways);
        return new SiteAnswer(
                scene.input().release(),
                isOnStreets ? "streets" : "straight lines",
                scene.input().credited(),
                reached.demand(),
                reached.now(),
                people(aside),
                choices.stream().map(choice -> option(problem, choice, reached)).toList());
    }

    private double[] weights() {
        double[] weights = new double[points.size()];
        Arrays.setAll(weights, point -> (demand.low(point) + demand.high(point)) / 2);
        return weights;
    }

    /** With as much room as the sites have, where somebody asks with how much. */
    private SitingProblem limited(SitingProblem problem) {
        if (question.capacity().isEmpty()) {
            return problem;
        }
        long known = there.stream().filter(site -> site.capacity().isPresent()).count();
        if (known < there.size()) {
            throw new GapException(
                    "only %d of %d sites of '%s' state for how many people they are, so that capacities cannot count"
                            .formatted(known, there.size(), question.category()));
        }
        double[] most = new double[problem.candidates()];
        Arrays.setAll(
                most,
                site -> site < there.size()
                        ? there.get(site).capacity().orElseThrow()
                        : question.capacity().getAsInt());
        return problem.withCapacities(most);
    }

    private double radius() {
        return question.minutes() * SECONDS_A_MINUTE;
    }

    private double[][] costs(Map<LonLat, int[]> ways, List<LonLat> candidates) {
        double[][] costs = new double[points.size()][candidates.size()];
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            int[] seconds = requireNonNull(ways.get(candidates.get(candidate)));
            for (int point = 0; point < costs.length; point++) {
                int way = seconds[points.get(point).origin()];
                costs[point][candidate] = way == Travel.NONE ? Double.POSITIVE_INFINITY : way;
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

    private Goal.ByNumber goal() {
        return switch (question.aim()) {
            case COVER -> new Goal.MaximalCovering(radius(), question.sites());
            case MEDIAN -> new Goal.PMedian(question.sites());
            case CENTER -> new Goal.PCenter(question.sites());
        };
    }

    private Option option(SitingProblem problem, Siting.Option choice, Reached reached) {
        if (choice.outcome() instanceof Solution solution) {
            List<Place> added = solution.added().stream()
                    .map(site -> places.get(site - there.size()))
                    .toList();
            return new Option(
                    choice.newSites(),
                    added,
                    List.of(),
                    reached.movedBy(added),
                    served(problem, solution),
                    solution.gap(),
                    solution.isProven());
        }
        List<Unserved> unserved = choice.outcome() instanceof Infeasible infeasible ? infeasible.unserved() : List.of();
        return new Option(
                choice.newSites(),
                List.of(),
                areas(unserved),
                reached.movedBy(List.of()),
                OptionalDouble.empty(),
                1,
                false);
    }

    private OptionalDouble served(SitingProblem problem, Solution solution) {
        return question.capacity().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(solution.allocations().stream()
                        .filter(each -> problem.cost(each.demand(), each.site()) <= radius())
                        .mapToDouble(Allocation::amount)
                        .sum());
    }

    private List<String> areas(List<Unserved> unserved) {
        return unserved.stream()
                .map(each -> origin(points.get(each.demand())).area())
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
                        .map(point -> origin(points.get(point)).area())
                        .distinct()
                        .sorted()
                        .toList());
    }
}
