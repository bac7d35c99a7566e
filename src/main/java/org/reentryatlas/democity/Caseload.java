package org.reentryatlas.democity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Two quarterly extracts of an invented caseload. */
final class Caseload {
    private static final LocalDate FIRST_QUARTER = LocalDate.of(2026, 6, 30);
    private static final LocalDate SECOND_QUARTER = LocalDate.of(2026, 9, 30);
    private static final int COUNT = 6000;
    private static final int ARRIVALS = 380;
    private static final double LEAVING = 0.06;
    private static final double MOVING = 0.10;
    /** People in the sparse beats, which are not drawn by chance: in one so few that a release has to hide them. */
    private static final List<Integer> IN_SPARSE_BEATS = List.of(40, 7, 40);

    /** How much the other beats differ in people beside their addresses: the standard deviation of the logarithm. */
    private static final double SPREAD = 0.4;

    /** The share of people with each need. */
    private static final Map<String, Double> NEEDS = needs();

    /** Where a person lives; no address when the place has none. */
    private record Home(String type, @Nullable Address address) {}

    private record Person(
            int id,
            Home home,
            String needs,
            LocalDate start,
            @Nullable LocalDate end,
            LocalDate verified) {}

    private final City city;
    private final Dice dice;
    private final Weighted<Address> residences;
    private final Weighted<Facility> halfwayHouses;
    private final Weighted<Facility> shelters;
    private int lastId;

    private Caseload(City city, List<Facility> facilities, Dice dice) {
        this.city = city;
        this.dice = dice;
        Map<String, Double> share = new LinkedHashMap<>();
        for (Area beat : city.beats()) {
            double bell = dice.bell();
            share.put(beat.key(), city.isSparse(beat) ? 0 : StrictMath.exp(SPREAD * bell));
        }
        this.residences = new Weighted<>(
                city.addresses(),
                a -> StrictMath.pow(a.units(), 0.8)
                        * share.getOrDefault(city.beatOf(a).key(), 0.0));
        this.halfwayHouses = ofKind(facilities, "halfway_house");
        this.shelters = ofKind(facilities, "shelter");
    }

    private static Weighted<Facility> ofKind(List<Facility> facilities, String kind) {
        return new Weighted<>(facilities, f -> f.kind().equals(kind) ? f.capacity() : 0);
    }

    /** The extracts by reference date, the earlier one first. */
    static Map<LocalDate, CsvFile> of(City city, List<Facility> facilities, Dice dice) {
        Caseload caseload = new Caseload(city, facilities, dice);
        List<Person> first = caseload.first();
        Map<LocalDate, CsvFile> files = new LinkedHashMap<>();
        files.put(FIRST_QUARTER, file(first));
        files.put(SECOND_QUARTER, file(caseload.second(first)));
        return files;
    }

    private static Map<String, Double> needs() {
        Map<String, Double> needs = new LinkedHashMap<>();
        needs.put("housing", 0.31);
        needs.put("employment", 0.44);
        needs.put("education", 0.2);
        needs.put("health_insurance", 0.24);
        needs.put("family_counseling", 0.12);
        needs.put("substance_use_treatment", 0.22);
        needs.put("mental_health", 0.18);
        needs.put("legal_aid", 0.13);
        needs.put("identification", 0.16);
        needs.put("transportation", 0.27);
        needs.put("vocational_training", 0.19);
        needs.put("food", 0.17);
        return needs;
    }

    private List<Person> first() {
        List<Person> people = new ArrayList<>();
        List<Area> sparse = city.beats().stream().filter(city::isSparse).toList();
        for (int i = 0; i < sparse.size(); i++) {
            Area beat = sparse.get(i);
            List<Address> there = city.addresses().stream()
                    .filter(a -> a.isResidential() && city.beatOf(a).equals(beat))
                    .toList();
            int wanted = there.isEmpty() ? 0 : IN_SPARSE_BEATS.get(i % IN_SPARSE_BEATS.size());
            for (int k = 0; k < wanted; k++) {
                people.add(person(new Home("residence", dice.pick(there)), FIRST_QUARTER, 1400));
            }
        }
        while (people.size() < COUNT) {
            people.add(person(home(), FIRST_QUARTER, 1400));
        }
        return people;
    }

    private List<Person> second(List<Person> first) {
        List<Person> people = new ArrayList<>();
        for (Person person : first) {
            boolean ended = person.end() != null && !person.end().isAfter(FIRST_QUARTER);
            if (!ended && !dice.chance(LEAVING)) {
                Home home = dice.chance(MOVING) ? home() : person.home();
                boolean checked = !home.equals(person.home()) || dice.chance(0.6);
                LocalDate verified = checked
                        ? SECOND_QUARTER.minusDays(dice.whole(1, 90))
                        : latest(person.verified(), SECOND_QUARTER.minusDays(180));
                people.add(new Person(
                        person.id(),
                        home,
                        person.needs(),
                        person.start(),
                        end(person.start(), SECOND_QUARTER),
                        verified));
            }
        }
        for (int i = 0; i < ARRIVALS; i++) {
            people.add(person(home(), SECOND_QUARTER, 90));
        }
        return people;
    }

    private static LocalDate latest(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private Home home() {
        double mark = dice.between(0, 1);
        if (mark < 0.90) {
            return new Home("residence", residences.draw(dice));
        }
        if (mark < 0.94) {
            return new Home("halfway_house", halfwayHouses.draw(dice).address());
        }
        return mark < 0.96 ? new Home("shelter", shelters.draw(dice).address()) : new Home("no_fixed_address", null);
    }

    private Person person(Home home, LocalDate reference, int longest) {
        List<String> needs = new ArrayList<>();
        NEEDS.forEach((need, share) -> {
            if (dice.chance(share)) {
                needs.add(need);
            }
        });
        // Once a column that nobody read, and so none that an agreement has; drawn still, or the same seed would make
        // other people.
        dice.pick(List.of(1, 2, 3, 4, 5, 6));
        LocalDate start = reference.minusDays(dice.whole(1, longest));
        LocalDate verified = latest(start, reference.minusDays(dice.whole(0, 178)));
        lastId++;
        return new Person(lastId, home, String.join(";", needs), start, end(start, reference), verified);
    }

    /** Few rows outlive their supervision: an extract that a clerk forgot to clean. */
    private @Nullable LocalDate end(LocalDate start, LocalDate reference) {
        boolean ended = dice.chance(0.012) && start.isBefore(reference.minusDays(60));
        return ended ? reference.minusDays(dice.whole(1, 55)) : null;
    }

    private static CsvFile file(List<Person> people) {
        CsvFile file = new CsvFile("record_id,address_type,address,lon,lat,needs,start_date,end_date,verified_on");
        List<Coordinate> places = new ArrayList<>();
        for (Person person : people) {
            Address address = person.home().address();
            places.add(address == null ? new Coordinate(0, 0) : address.place());
        }
        List<Coordinate> degrees = Projector.pointsToDegrees(places);
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            Address address = person.home().address();
            LocalDate end = person.end();
            file.add(
                    "S%06d".formatted(person.id()),
                    person.home().type(),
                    address == null ? "" : address.text(),
                    address == null ? "" : Projector.text(degrees.get(i).x),
                    address == null ? "" : Projector.text(degrees.get(i).y),
                    person.needs(),
                    person.start(),
                    end == null ? "" : end,
                    person.verified());
        }
        return file;
    }
}
