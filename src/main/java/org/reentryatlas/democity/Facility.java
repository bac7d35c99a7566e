package org.reentryatlas.democity;

import java.util.ArrayList;
import java.util.List;

/**
 * Group quarters: a halfway house or a shelter, at an address where nobody else lives.
 *
 * @param kind {@code halfway_house} or {@code shelter}
 * @param capacity beds
 */
record Facility(String id, String name, String kind, int capacity, Address address) {
    private static final List<String> HALFWAY_HOUSES = List.of("Cedar House", "Second Mile House", "Harbor Hall");
    private static final List<String> SHELTERS = List.of(
            "Riverside Night Shelter",
            "Depot Street Family Shelter",
            "St. Brendan's Overnight Shelter",
            "Open Door Shelter",
            "Northside Winter Shelter");

    static List<Facility> of(City city, Dice dice) {
        List<Address> houses = new ArrayList<>(city.addresses().stream()
                .filter(a -> a.kind() == Address.Kind.INSTITUTIONAL)
                .filter(a -> a.land() == Land.INNER || a.land() == Land.DOWNTOWN)
                .toList());
        dice.shuffle(houses);
        List<Facility> facilities = new ArrayList<>();
        for (String name : HALFWAY_HOUSES) {
            facilities.add(next(facilities.size(), name, "halfway_house", dice.whole(105, 165), houses));
        }
        for (String name : SHELTERS) {
            facilities.add(next(facilities.size(), name, "shelter", dice.whole(40, 160), houses));
        }
        return facilities;
    }

    private static Facility next(int index, String name, String kind, int capacity, List<Address> houses) {
        return new Facility("GQ%02d".formatted(index + 1), name, kind, capacity, houses.get(index));
    }
}
