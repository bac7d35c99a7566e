package org.reentryatlas.gap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.reentryatlas.access.DemandBox;
import org.reentryatlas.attack.ReleaseFiles;
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

/**
 * Looks for places of new sites beside those that are there. People set out from the middles of homes that are near each other. A choice is good for the middle of what the release leaves possible; what it
 * changes is told within its bounds, of every home.
 */
final class SiteSearch {
    private static final int SECONDS_A_MINUTE = 60;

    private final Scene scene;
    private final SiteQuestion question;
    private final DemandRule rule;
    /** One for each area and cell. */
    private final List<Origin> points;

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
        this.rule = input.rules().stream()
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
        this.points = CandidatePlaces.gathered(input.origins(), true);
        this.places = CandidatePlaces.of(input, question);
        this.there = scene.offering(question.category());
        this.demand = new Homes(points, 0, key -> true).demand(scene.counts(), rule);
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

    private SiteAnswer answer(Consumer<String> progress) {
        SitingProblem whole = problem(progress);
        List<Integer> aside = unreachable(whole);
        SitingProblem problem = whole.setAside(aside);
        progress.accept("looking for the best of %d places".formatted(places.size()));
        List<Siting.Option> choices = new Siting(Effort.DEFAULT).sideBySide(problem, goal(), Watch.NONE);
        progress.accept("who is moved");
        try (Travel travel = scene.input().travel(question.mode(), scene.places())) {
            Reached reached = new Reached(scene, rule, question.minutes(), travel);
            return new SiteAnswer(
                    scene.input().release(),
                    travel.isOnStreets() ? "streets" : "straight lines",
                    reached.demand(),
                    reached.now(),
                    people(aside),
                    choices.stream()
                            .map(choice -> option(problem, choice, reached))
                            .toList());
        }
    }

    /** With people at the middles of homes that are near each other, which is enough to choose by. */
    private SitingProblem problem(Consumer<String> progress) {
        List<LonLat> candidates = new ArrayList<>();
        there.forEach(site -> candidates.add(site.place()));
        places.forEach(place -> candidates.add(place.position()));
        List<LonLat> from = points.stream().map(Origin::place).toList();
        progress.accept("ways from %d places to %d sites and %d candidates"
                .formatted(points.size(), there.size(), places.size()));
        double[] weights = new double[points.size()];
        Arrays.setAll(weights, point -> (demand.low(point) + demand.high(point)) / 2);
        try (Travel travel = scene.input().travel(question.mode(), from)) {
            return limited(SitingProblem.of(weights, costs(travel, candidates), candidates.size())
                    .withFixed(IntStream.range(0, there.size()).toArray()));
        }
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
