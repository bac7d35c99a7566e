package org.reentryatlas.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.NearestPlace;
import org.reentryatlas.geo.Shape;

import static java.util.Objects.requireNonNull;

/**
 * The service sites as what lies near them asks: those with a public position, in all and by category. A site of several
 * categories is one of each.
 */
final class ServiceSites {
    /** A site with a position on WGS 84. */
    record Site(Shape position, List<String> categories) {}

    private final boolean isKnown;
    private final int confidential;
    private final int unplaced;
    private final List<Site> sites;
    private final NearestPlace nearest;
    private final Map<String, NearestPlace> nearestOf = new HashMap<>();

    /**
     * The sites of a table that {@link SiteStore} made.
     *
     * @param isKnown whether a directory was ever loaded: without one, nobody knows what there is
     */
    ServiceSites(FeatureTable table, List<ServiceCategory> categories, boolean isKnown) {
        int secret = requireNonNull(table.column(SiteStore.CONFIDENTIAL));
        int codes = requireNonNull(table.column(SiteStore.CATEGORIES));
        this.isKnown = isKnown;
        this.confidential = (int) IntStream.of(table.rows())
                .filter(row -> Boolean.TRUE.equals(table.value(row, secret)))
                .count();
        this.sites = IntStream.of(table.rows())
                .filter(row -> table.shape(row) != null && !Boolean.TRUE.equals(table.value(row, secret)))
                .mapToObj(row -> new Site(requireNonNull(table.shape(row)), texts(table.value(row, codes))))
                .toList();
        this.unplaced = table.size() - confidential - sites.size();
        List<LonLat> places = new ArrayList<>();
        Map<String, List<LonLat>> placesOf = new HashMap<>();
        for (Site site : sites) {
            LonLat place = new LonLat(site.position().x(), site.position().y());
            places.add(place);
            site.categories()
                    .forEach(category -> placesOf.computeIfAbsent(category, code -> new ArrayList<>())
                            .add(place));
        }
        this.nearest = new NearestPlace(places);
        for (ServiceCategory category : categories) {
            nearestOf.put(category.code(), new NearestPlace(placesOf.getOrDefault(category.code(), List.of())));
        }
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    boolean isKnown() {
        return isKnown;
    }

    /** Those with a public position. */
    List<Site> placed() {
        return sites;
    }

    /** Great-circle metres to the nearest site, whole; null if there is none. */
    @Nullable
    Integer metres(LonLat place) {
        return whole(nearest, place);
    }

    /** Great-circle metres to the nearest site of a category, whole; null if there is none. */
    @Nullable
    Integer metres(LonLat place, ServiceCategory category) {
        return whole(requireNonNull(nearestOf.get(category.code())), place);
    }

    private static @Nullable Integer whole(NearestPlace nearest, LonLat place) {
        var metres = nearest.metres(place);
        return metres.isPresent() ? (int) Math.round(metres.getAsDouble()) : null;
    }

    /** What counts and what does not, in words. */
    String told() {
        return isKnown
                ? ("%d sites have a public position and count; %d whose place is kept secret and %d without a known position count"
                                + " nowhere.")
                        .formatted(sites.size(), confidential, unplaced)
                : "No service directory is loaded yet, so every number is null.";
    }
}
