package org.reentryatlas.democity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** The directory of services: dense downtown and along main streets, and nearly absent from the edge of two districts. */
final class Providers {
    private static final int COUNT = 180;
    private static final int CENTER_SITES = 11;
    private static final LocalDate OLDEST_CHECK = LocalDate.of(2025, 1, 6);
    private static final int CHECK_DAYS = 620;
    private static final List<String> SECRET_HOUSES = List.of(
            "Safe Harbor Women's Shelter",
            "Safe Harbor Family Shelter",
            "Juniper Safe House",
            "Haven Advocacy Shelter");

    /** Where a service is; nowhere on the map when the place has to stay secret. */
    private record Site(
            String organization,
            String service,
            String category,
            @Nullable Address address) {}

    private final City city;
    private final Dice dice;
    private final Weighted<Address> addresses;

    private Providers(City city, Dice dice) {
        this.city = city;
        this.dice = dice;
        Set<String> gaps = gapDistricts(city);
        this.addresses = new Weighted<>(
                city.addresses().stream().filter(a -> !a.isResidential()).toList(), a -> attraction(a, gaps));
    }

    static CsvFile of(City city, Dice dice) {
        Providers providers = new Providers(city, dice);
        return providers.file(providers.sites());
    }

    /** The two districts with the most addresses outside the ring. */
    private static Set<String> gapDistricts(City city) {
        Map<String, Integer> outside = new HashMap<>();
        for (Address address : city.addresses()) {
            if (address.land() == Land.OUTER || address.land() == Land.SUBURB) {
                outside.merge(city.beatOf(address).district(), 1, Integer::sum);
            }
        }
        Comparator<Map.Entry<String, Integer>> most =
                Map.Entry.<String, Integer>comparingByValue().reversed();
        return new HashSet<>(outside.entrySet().stream()
                .sorted(most.thenComparing(Map.Entry.comparingByKey()))
                .limit(2)
                .map(Map.Entry::getKey)
                .toList());
    }

    private double attraction(Address address, Set<String> gaps) {
        boolean mainStreet = address.segment().kind() != StreetClass.LOCAL;
        boolean outside = address.land() == Land.OUTER || address.land() == Land.SUBURB;
        double edge = gaps.contains(city.beatOf(address).district()) ? 0.01 : 0.6;
        double ground = address.land() == Land.DOWNTOWN ? 1.1 : 1;
        return (outside ? edge : ground) * (mainStreet ? 1.5 : 0.6);
    }

    private List<Site> sites() {
        List<Site> sites = new ArrayList<>();
        List<String> centers = List.copyOf(ProviderTexts.CENTERS.keySet());
        for (int i = 0; i < CENTER_SITES; i++) {
            String center = centers.get(i % centers.size());
            Address address = addresses.draw(dice);
            for (String key : ProviderTexts.CENTERS.getOrDefault(center, List.of())) {
                sites.add(new Site(center, dice.pick(category(key).services()), key, address));
            }
        }
        for (String house : SECRET_HOUSES) {
            sites.add(new Site(house, "Emergency Shelter", "housing", null));
        }
        for (int i = 0; sites.size() < COUNT; i++) {
            ProviderTexts.Category category = ProviderTexts.CATEGORIES.get(i % ProviderTexts.CATEGORIES.size());
            sites.add(new Site(
                    dice.pick(category.organizations()),
                    dice.pick(category.services()),
                    category.key(),
                    addresses.draw(dice)));
        }
        return sites;
    }

    private static ProviderTexts.Category category(String key) {
        return ProviderTexts.CATEGORIES.stream()
                .filter(c -> c.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private CsvFile file(List<Site> sites) {
        CsvFile file =
                new CsvFile("id,organization,name,category,address,city,state,postal_code,lon,lat,phone,url,hours,"
                        + "eligibility,accepts_records,languages,wheelchair,confidential,last_verified");
        List<Coordinate> places = new ArrayList<>();
        for (Site site : sites) {
            Address address = site.address();
            places.add(address == null ? new Coordinate(0, 0) : address.place());
        }
        List<Coordinate> degrees = Projector.pointsToDegrees(places);
        for (int i = 0; i < sites.size(); i++) {
            add(file, i, sites.get(i), degrees.get(i));
        }
        return file;
    }

    private void add(CsvFile file, int index, Site site, Coordinate degrees) {
        Address address = site.address();
        String where = address == null ? "" : ", " + city.beatOf(address).name();
        boolean forFew = dice.chance(0.15);
        file.add(
                "P%03d".formatted(index + 1),
                site.organization(),
                site.organization() + " " + site.service() + where,
                site.category(),
                address == null ? "" : address.text(),
                "Harlow Ferry",
                "WY",
                address == null ? "" : address.postalCode(),
                address == null ? "" : Projector.text(degrees.x),
                address == null ? "" : Projector.text(degrees.y),
                "307-555-01%02d".formatted(index % 100),
                "https://" + site.organization().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-") + ".example.org",
                address == null ? "24/7" : dice.pick(ProviderTexts.HOURS),
                dice.pick(ProviderTexts.ELIGIBILITY),
                forFew ? "no" : dice.chance(0.75) ? "yes" : "case_by_case",
                dice.pick(ProviderTexts.LANGUAGES),
                dice.chance(0.8) ? "yes" : "no",
                address == null,
                OLDEST_CHECK.plusDays(dice.whole(0, CHECK_DAYS)));
    }
}
