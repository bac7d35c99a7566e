package org.reentryatlas.roster;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tours and what is known about how good they are. Aims come in this order; a later one never costs an earlier one anything.
 *
 * @param tours sorted by the time of the slot and by area
 * @param areas sorted by key, those that need nothing among them
 * @param loads of all officers, supervision first, sorted by code
 * @param teams of both agencies, as far as areas name them, sorted
 * @param leastShare the least share of its need that every area has, unless it has all that it could have without the others; 0 to 1, more
 *     is better
 * @param tourCount all tours; more is better
 * @param unevenness squares of tours by capacity, added up over officers, in thousandths of a tour; less is better. With loads even in
 *     an agency it is the square of its tours by its capacity
 * @param steps how far slots are below the best preference, added up over tours; less is better
 * @param wasInterrupted whether whoever asked did not want to wait
 */
public record Plan(
        List<Tour> tours,
        List<AreaPlan> areas,
        List<Load> loads,
        List<TeamShare> teams,
        Aim leastShare,
        Aim tourCount,
        Aim unevenness,
        Aim steps,
        boolean wasInterrupted) {
    public Plan {
        tours = List.copyOf(tours);
        areas = List.copyOf(areas);
        loads = List.copyOf(loads);
        teams = List.copyOf(teams);
    }

    /** Whether no plan is better. */
    public boolean isProven() {
        return leastShare.isProven() && tourCount.isProven() && unevenness.isProven() && steps.isProven();
    }

    /** The area with the least share of what it needs, of those that need something; of several, the first. */
    public Optional<AreaPlan> leastServed() {
        return areas.stream().filter(area -> area.needed() > 0).min(byShare());
    }

    /** The area with the greatest share; of several, the first. */
    public Optional<AreaPlan> bestServed() {
        return areas.stream().filter(area -> area.needed() > 0).min(byShare().reversed());
    }

    private static Comparator<AreaPlan> byShare() {
        return Comparator.comparingDouble(area -> (double) area.planned() / area.needed());
    }

    /** The officer of an agency with the least load for the capacity, of those who have any; of several, the first. */
    public Optional<Load> leastLoad(Agency agency) {
        return loads.stream()
                .filter(load -> load.agency() == agency && load.capacity() > 0)
                .min(Comparator.comparingDouble(Load::share));
    }

    /** The officer with the greatest load; of several, the first. */
    public Optional<Load> greatestLoad(Agency agency) {
        return loads.stream()
                .filter(load -> load.agency() == agency && load.capacity() > 0)
                .min(Comparator.comparingDouble(Load::share).reversed());
    }
}
