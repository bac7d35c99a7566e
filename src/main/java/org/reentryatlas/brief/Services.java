package org.reentryatlas.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.Box;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.layer.FeatureTable;
import org.reentryatlas.layer.ServiceCategory;

/**
 * The services that somebody in an area can name to people: of each category the nearest site that does not turn away people
 * with a record, and how many sites the area has.
 *
 * @param offers by category, in the order of the categories
 * @param sitesHere sites within the area, of whatever category
 */
record Services(List<Offer> offers, int sitesHere) {
    private static final double SIZES_AROUND = 2;

    Services {
        offers = List.copyOf(offers);
    }

    /**
     * What there is of one category.
     *
     * @param nearest null where the directory has none
     * @param metres along the great circle from the middle of the area; null where the site has no place
     * @param mark number of its place on the map, from 1; null where it has none or is too far away for the map
     * @param here sites of the category within the area
     */
    record Offer(
            ServiceCategory category,
            @Nullable Site nearest,
            @Nullable Double metres,
            @Nullable Integer mark,
            int here) {}

    /** The services of an area without a shape have no distances. */
    static Services of(Optional<Shape> area, FeatureTable directory, List<ServiceCategory> categories) {
        List<Site> here = area.map(shape -> IntStream.of(directory.touching(shape)))
                .orElse(IntStream.empty())
                .mapToObj(row -> new Site(directory, row))
                .filter(site -> site.place().isPresent())
                .toList();
        LonLat middle = area.map(Shape::placeWithin).orElse(null);
        Box reach = area.map(Services::reach).orElse(Box.EMPTY);
        Map<LonLat, Integer> marks = new LinkedHashMap<>();
        List<Offer> offers = new ArrayList<>();
        for (ServiceCategory category : categories) {
            int count = (int)
                    here.stream().filter(site -> site.offers(category.code())).count();
            offers.add(offer(category, nearest(directory, category, middle), middle, reach, marks, count));
        }
        return new Services(offers, here.size());
    }

    /** As far as a map may reach that still shows the area well: twice its own size on each side. */
    private static Box reach(Shape area) {
        Box box = area.box();
        double narrowing = Math.cos(Math.toRadians((box.minY() + box.maxY()) / 2));
        double height = box.maxY() - box.minY();
        double width = box.maxX() - box.minX();
        double north = SIZES_AROUND * Math.max(height, width * narrowing);
        double east = north / narrowing;
        return new Box(box.minX() - east, box.minY() - north, box.maxX() + east, box.maxY() + north);
    }

    private static @Nullable Site nearest(FeatureTable directory, ServiceCategory category, @Nullable LonLat middle) {
        List<Site> offering = sites(directory)
                .filter(site -> site.offers(category.code()) && !site.refusesRecords())
                .toList();
        if (middle == null) {
            return offering.stream().findFirst().orElse(null);
        }
        // Of several at one place the first in the directory, and one without place only where no other is known.
        return offering.stream()
                .min(Comparator.comparingDouble(
                        site -> site.place().map(middle::metresTo).orElse(Double.MAX_VALUE)))
                .orElse(null);
    }

    private static Offer offer(
            ServiceCategory category,
            @Nullable Site nearest,
            @Nullable LonLat middle,
            Box reach,
            Map<LonLat, Integer> marks,
            int here) {
        LonLat place = nearest == null ? null : nearest.place().orElse(null);
        if (place == null || middle == null) {
            return new Offer(category, nearest, null, null, here);
        }
        Integer mark = reach.holds(place.longitude(), place.latitude())
                ? marks.computeIfAbsent(place, next -> marks.size() + 1)
                : null;
        return new Offer(category, nearest, middle.metresTo(place), mark, here);
    }

    private static Stream<Site> sites(FeatureTable directory) {
        return IntStream.range(0, directory.size()).mapToObj(row -> new Site(directory, row));
    }

    /** The places with marks, in the order of their numbers. */
    List<LonLat> places() {
        Map<Integer, LonLat> byMark = new LinkedHashMap<>();
        for (Offer offer : offers) {
            if (offer.mark() != null && offer.nearest() != null) {
                offer.nearest().place().ifPresent(place -> byMark.putIfAbsent(offer.mark(), place));
            }
        }
        return List.copyOf(byMark.values());
    }
}
