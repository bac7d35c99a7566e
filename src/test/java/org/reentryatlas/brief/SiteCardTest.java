package org.reentryatlas.brief;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.layer.Column;
import org.reentryatlas.layer.FeatureTable;

import static org.assertj.core.api.Assertions.assertThat;

class SiteCardTest {
    private static final Words ENGLISH = Words.in(Locale.US);

    /** A site with a place, and what the columns hold that are named. */
    private static Site site(Map<String, Object> known) {
        List<String> names = List.of(
                "name",
                "organization",
                "address",
                "phone",
                "hours",
                "eligibility",
                "languages",
                "accepts_records",
                "confidential");
        FeatureTable.Maker table = new FeatureTable.Maker(names.stream()
                .map(name -> new Column(name, Column.Type.TEXT, name, "", List.of()))
                .toList());
        @Nullable
        Shape place =
                known.containsKey("place") ? null : Shape.ofWkt("POINT (0 0)").orElseThrow();
        table.add("1", place, names.stream().map(known::get).toArray());
        return new Site(table.make(), 0);
    }

    private static Map<String, Object> card(String column, Object value) {
        return new SiteCard(site(Map.of(column, value)), ENGLISH).describe();
    }

    @ParameterizedTest
    @CsvSource({
        "(614) 555-0100 ext. 12, tel:6145550100;ext=12",
        "+1 614 555 0100, tel:+16145550100",
        "211, tel:211",
        "12, ",
        "call the desk, "
    })
    void aNumberThatCanBeCalledIsALinkAsOnTheMap(String phone, @Nullable String tel) {
        assertThat(card("phone", phone))
                .containsEntry("phone", Optional.of(Map.of("number", phone, "tel", Optional.ofNullable(tel))));
    }

    @ParameterizedTest
    @CsvSource({
        "yes, Yes, ",
        "no, No, ",
        "case_by_case, Decided case by case, decides case by case about people with a record",
        "'', Not stated, ask whether people with a record may come"
    })
    void saysWhetherItTakesPeopleWithARecord(String accepts, String said, @Nullable String note) {
        assertThat(card("accepts_records", accepts))
                .containsEntry("records", said)
                .containsEntry("recordsNote", Optional.ofNullable(note));
    }

    @Test
    void languagesHaveNamesInTheLanguageOfThePageAndWhatIsNoCodeStays() {
        Site site = site(Map.of("languages", "en; es,Plain talk"));
        assertThat(new SiteCard(site, ENGLISH).describe())
                .containsEntry("speaks", Optional.of("Speaks: English, Spanish, Plain talk"));
        assertThat(new SiteCard(site, Words.in(new Locale("es", "US"))).describe())
                .containsEntry("speaks", Optional.of("Idiomas: inglés, español, Plain talk"));
    }

    @Test
    void anOrganizationThatTheNameBeginsWithIsNotSaidTwice() {
        Map<String, Object> named = Map.of("name", "Harbor House Pantry", "organization", "Harbor House");
        assertThat(new SiteCard(site(named), ENGLISH).describe()).containsEntry("organization", Optional.empty());
        assertThat(card("organization", "Harbor House"))
                .containsEntry("name", "Harbor House")
                .containsEntry("organization", Optional.empty());
    }

    @Test
    void anAddressIsKeptSecretOrSaidToBeOnNoMap() {
        assertThat(card("address", "1 Street")).containsEntry("address", "1 Street");
        assertThat(new SiteCard(site(Map.of("address", "1 Street", "place", "none")), ENGLISH).describe())
                .containsEntry("address", "1 Street (Not on the map)");
        assertThat(new SiteCard(site(Map.of("address", "2 Hidden Lane", "confidential", true)), ENGLISH).describe())
                .containsEntry("address", "Confidential; call first");
    }

    @Test
    void whatTheDirectoryDoesNotSayIsNotThere() {
        Map<String, Object> card = card("name", "Pantry");
        assertThat(Stream.of("organization", "phone", "hours", "eligibility", "speaks")
                        .map(card::get))
                .containsOnly(Optional.empty());
    }
}
