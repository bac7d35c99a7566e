package org.reentryatlas.presence;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SharingTest {
    private static final LocalDate WEEK = LocalDate.of(2026, 11, 30);
    private static final List<LocalDate> DAYS =
            WEEK.datesUntil(WEEK.plusDays(7)).toList();

    private static Sharing.Claim claim(String key, double need) {
        return new Sharing.Claim(key, need, 0, Set.of());
    }

    /** The example by which Sainte-Laguë's method is usually told: 53, 24 and 23 thousand votes for seven seats give 3, 2 and 2. */
    @Test
    void votesAndSeatsOfTheTextbook() {
        List<Sharing.Claim> claims = List.of(claim("A", 53_000), claim("B", 24_000), claim("C", 23_000));
        assertThat(Sharing.share(claims, 7, DAYS)).isEqualTo(Map.of("A", 3, "B", 2, "C", 2));
    }

    @Test
    void whatIsPlannedCountsAsGiven() {
        List<Sharing.Claim> claims =
                List.of(new Sharing.Claim("A", 10, 2, Set.of(WEEK, WEEK.plusDays(2))), claim("B", 10));
        assertThat(Sharing.share(claims, 2, DAYS)).isEqualTo(Map.of("A", 0, "B", 2));
        assertThat(Sharing.share(claims, 3, DAYS)).isEqualTo(Map.of("A", 1, "B", 2));
    }

    @Test
    void noNeedGetsNothingAndNobodyMoreThanOneADay() {
        List<Sharing.Claim> claims = List.of(claim("A", 3), claim("B", 0));
        assertThat(Sharing.share(claims, 20, DAYS)).isEqualTo(Map.of("A", 7, "B", 0));
        assertThat(Sharing.share(List.of(claim("A", 0)), 4, DAYS)).isEqualTo(Map.of("A", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> claim("A", Double.NaN));
    }

    @Test
    void daysThatAreOverAreNoDays() {
        List<LocalDate> left = DAYS.subList(5, 7);
        List<Sharing.Claim> claims = List.of(claim("A", 3), new Sharing.Claim("B", 2, 1, Set.of(WEEK.plusDays(5))));
        Map<String, Integer> given = Sharing.share(claims, 20, left);
        assertThat(given).isEqualTo(Map.of("A", 2, "B", 1));
        assertThat(Sharing.lay(claims, given, left))
                .hasSize(3)
                .allSatisfy(each -> assertThat(left).contains(each.day()));
        assertThat(Sharing.share(claims, 20, List.of())).isEqualTo(Map.of("A", 0, "B", 0));
    }

    /** A divisor method gives nobody less when there is more to give, and everybody within a seat of their share for such numbers. */
    @Test
    void moreToGiveTakesNothingFromAnybody() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Sharing.Claim> claims = IntStream.range(0, 12)
                    .mapToObj(i -> claim("b" + i, 1 + random.nextInt(100)))
                    .toList();
            Map<String, Integer> before = Sharing.share(claims, 0, DAYS);
            for (int patrols = 1; patrols <= 40; patrols++) {
                Map<String, Integer> given = Sharing.share(claims, patrols, DAYS);
                Map<String, Integer> last = before;
                assertThat(given)
                        .allSatisfy(
                                (key, value) -> assertThat(value).isGreaterThanOrEqualTo(last.getOrDefault(key, 0)));
                assertThat(given.values().stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(patrols);
                before = given;
            }
        }
    }

    @Test
    void patrolsOfABeatLieOnDifferentDaysAndDaysAreEven() {
        List<Sharing.Claim> claims = List.of(new Sharing.Claim("A", 5, 1, Set.of(WEEK)), claim("B", 5), claim("C", 5));
        Map<String, Integer> given = new HashMap<>(Map.of("A", 2, "B", 3, "C", 1));
        List<Sharing.Given> laid = Sharing.lay(claims, given, DAYS);
        assertThat(laid).hasSize(6);
        assertThat(laid.stream().filter(each -> each.key().equals("A")).map(Sharing.Given::day))
                .doesNotContain(WEEK)
                .doesNotHaveDuplicates();
        assertThat(laid.stream().collect(Collectors.groupingBy(Sharing.Given::day, Collectors.counting())))
                .as("with the one that is planned, seven patrols on seven days")
                .hasSize(6)
                .allSatisfy((day, patrols) -> assertThat(patrols).isEqualTo(1));
        assertThat(Sharing.lay(claims, given, DAYS)).as("the same again").isEqualTo(laid);
    }
}
