package org.reentryatlas.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.travel.Mode;

/**
 * What somebody supposes about the sites of a category.
 *
 * @param closed ids of sites that are no more
 * @param added sites that are not there yet
 * @param capacities of sites that are there, by their ids, for how many people they would be
 * @param at when somebody wants to go there: only sites that are open then count; null for any time
 * @param open ids of sites that would be open then, whatever their hours are
 */
record Scenario(
        Mode mode,
        String category,
        Set<String> closed,
        List<Added> added,
        Map<String, Integer> capacities,
        @Nullable Moment at,
        Set<String> open) {
    Scenario {
        closed = Set.copyOf(closed);
        added = List.copyOf(added);
        capacities = Map.copyOf(capacities);
        open = Set.copyOf(open);
    }

    /**
     * A site that is not there yet, open whenever somebody comes.
     *
     * @param capacity for how many people
     */
    record Added(LonLat place, OptionalInt capacity) {}

    /**
     * The sites as they would be.
     *
     * @param hoursUnknown how many are left out since nobody knows whether they are open
     */
    record Outcome(List<Site> sites, int hoursUnknown) {
        Outcome {
            sites = List.copyOf(sites);
        }
    }

    /**
     * What becomes of the sites of the category.
     *
     * @param countsCapacity whether sites count by how many people they can take
     * @throws GapException if a site is none of them, or a capacity is missing or would count for nothing
     */
    Outcome of(List<Site> sites, boolean countsCapacity) {
        requireSites(sites);
        requireCapacities(countsCapacity);
        List<Site> after = new ArrayList<>();
        int unknown = 0;
        for (Site site : sites) {
            Optional<Boolean> isOpen = isOpen(site);
            unknown += isOpen.isEmpty() ? 1 : 0;
            if (isOpen.orElse(false) && !closed.contains(site.id())) {
                Integer capacity = capacities.get(site.id());
                after.add(capacity == null ? site : site.withCapacity(capacity));
            }
        }
        for (int site = 0; site < added.size(); site++) {
            Added one = added.get(site);
            after.add(new Site("new " + (site + 1), "", one.place(), List.of(category), one.capacity(), ""));
        }
        return new Outcome(after, unknown);
    }

    /** Whether a site is open at the time; none if it is not known. */
    Optional<Boolean> isOpen(Site site) {
        return at == null || open.contains(site.id()) ? Optional.of(true) : at.isWithin(site.openingHours());
    }

    private void requireSites(List<Site> sites) {
        Set<String> unknown = new TreeSet<>(closed);
        unknown.addAll(capacities.keySet());
        unknown.addAll(open);
        sites.forEach(site -> unknown.remove(site.id()));
        if (!unknown.isEmpty()) {
            throw new GapException("there is no site of '%s' within reach with the id: %s"
                    .formatted(category, String.join(", ", unknown)));
        }
    }

    private void requireCapacities(boolean countsCapacity) {
        boolean isAny = !capacities.isEmpty()
                || added.stream().anyMatch(site -> site.capacity().isPresent());
        if (!countsCapacity && isAny) {
            throw new GapException(
                    "capacities count for nothing here, since not every site of '%s' states one".formatted(category));
        }
        if (countsCapacity && added.stream().anyMatch(site -> site.capacity().isEmpty())) {
            throw new GapException(
                    "sites of '%s' count by capacity: say for how many people the new one is".formatted(category));
        }
    }
}
