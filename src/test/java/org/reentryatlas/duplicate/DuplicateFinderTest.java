package org.reentryatlas.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reentryatlas.geo.LonLat;

import static org.assertj.core.api.Assertions.assertThat;

class DuplicateFinderTest {
    private static Listing listing(String id, String name, String address) {
        return new Listing(id, "Harbour Trust", name, address, "202-555-0101", "https://www.harbour.example/", null);
    }

    private static List<Proposal> find(Listing... listings) {
        return DuplicateFinder.find(List.of(listings), DuplicateFinder.USUAL_SCORE);
    }

    @Test
    void oneServiceInTwoSpellingsIsProposedWithReasons() {
        List<Proposal> proposals = find(
                listing("a", "Harbour Job Centre", "120 North Main Street, Suite 4, Springfield 20001"),
                listing("b", "Harbor Job Centre, Inc.", "120 N. Main St. #4"));
        assertThat(proposals).hasSize(1);
        assertThat(proposals.get(0).reasons())
                .contains("names alike 0.94", "same address", "same phone", "same web address", "same organization");
        assertThat(proposals.get(0).score()).isBetween(0.9, 1.0);
    }

    /** Programmes under one roof share all but their name. */
    @Test
    void twoProgrammesOfOneHouseAreNotProposed() {
        assertThat(find(
                        listing("a", "Job Centre", "120 North Main Street"),
                        listing("b", "Food Pantry", "120 North Main Street")))
                .isEmpty();
    }

    @Test
    void oneProgrammeInTwoHousesIsNotProposed() {
        assertThat(find(listing("a", "Job Centre", "120 North Main Street"), listing("b", "Job Centre", "9 Quay Road")))
                .isEmpty();
    }

    @Test
    void theOrderOfTheListingsDoesNotMatter() {
        Listing a = listing("a", "Harbour Job Centre", "120 North Main Street");
        Listing b = listing("b", "Harbor Job Centre", "120 N Main St");
        assertThat(find(a, b).get(0).score()).isEqualTo(find(b, a).get(0).score());
    }

    @Test
    void whatLiesFarApartSpeaksAgainst() {
        Listing here = new Listing("a", "", "Job Centre", "1 Main St", "", "", new LonLat(-77.0, 38.9));
        Listing there = new Listing("b", "", "Job Centre", "1 Main St", "", "", new LonLat(-77.1, 38.9));
        assertThat(Comparison.of(Profile.of(here), Profile.of(there)).reasons())
                .anyMatch(reason -> reason.matches("86\\d\\d m apart"));
        assertThat(Comparison.of(Profile.of(here), Profile.of(there)).score())
                .isLessThan(Comparison.of(Profile.of(here), Profile.of(here)).score());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "64 New York Avenue, NE, 6th Floor | 64 | new york ave ne | 6th",
                "PO Box 417, Springfield 20001 | 417 | po box |''",
                "Early Learning Center, 5275 Northwest Drive, Suite 26 | 5275 | nw dr | 26",
                "12 Main St. | 12 | main st | ''",
                "'' | '' | '' | ''"
            })
    void anAddressLineIsTakenApart(String line, String number, String street, String unit) {
        StreetAddress address = StreetAddress.of(line);
        assertThat(List.of(address.number(), address.street(), address.unit())).containsExactly(number, street, unit);
    }

    /** Though all share one telephone, each is compared with a fixed number of others. */
    @Test
    void theWorkGrowsWithTheNumberOfListingsAlone() {
        Random random = new Random(7);
        List<Profile> profiles = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            String name = random.ints(12, 'a', 'z')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            profiles.add(Profile.of(listing("" + i, name, "1 Main St")));
        }
        AtomicLong compared = new AtomicLong();
        DuplicateFinder.forEachCandidate(profiles, (a, b) -> compared.incrementAndGet());
        assertThat(compared.get()).isPositive().isLessThanOrEqualTo(profiles.size() * 8L * DuplicateFinder.WINDOW);
    }
}
