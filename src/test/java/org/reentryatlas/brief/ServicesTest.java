package org.reentryatlas.brief;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.reentryatlas.brief.Services.Offer;
import org.reentryatlas.geo.Box;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.layer.Column;
import org.reentryatlas.layer.FeatureTable;
import org.reentryatlas.layer.ServiceCategory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ServicesTest {
    private static final List<ServiceCategory> CATEGORIES = List.of(
            new ServiceCategory("housing", "Housing", ""),
            new ServiceCategory("food", "Food", ""),
            new ServiceCategory("education", "Education", ""));

    /** A square of 0.02 degrees around 0, 0. */
    private static final Optional<Shape> AREA =
            Optional.of(Shape.ofBoxes(List.of(new Box(-0.01, -0.01, 0.01, 0.01)), Crs.WGS84));

    private final FeatureTable.Maker directory = new FeatureTable.Maker(
            List.of(text("name"), text("address"), text("accepts_records"), text("confidential"), text("categories")));

    private static Column text(String name) {
        return new Column(name, Column.Type.TEXT, name, "", List.of());
    }

    private void site(String name, double longitude, String records, boolean isConfidential, String... categories) {
        directory.add(name, Shape.ofWkt("POINT (" + longitude + " 0)").orElseThrow(), new Object[] {
            name, "1 Street", records, isConfidential, List.of(categories)
        });
    }

    private Services services() {
        return Services.of(AREA, directory.make(), CATEGORIES);
    }

    @Test
    void theNearestThatDoesNotTurnAwayPeopleWithARecord() {
        site("refuses", 0.001, "no", false, "housing");
        site("far", 0.03, "yes", false, "housing");
        site("near", 0.02, "case_by_case", false, "housing");
        Offer housing = services().offers().get(0);
        assertThat(housing.nearest()).isNotNull().extracting(Site::name).isEqualTo("near");
        assertThat(housing.metres()).isCloseTo(2_224, within(1.0));
        assertThat(housing.here()).isEqualTo(1);
    }

    @Test
    void servicesAtOnePlaceShareAMarkAndWhatIsFarAwayHasNone() {
        site("house", 0.02, "yes", false, "housing");
        site("pantry", 0.02, "yes", false, "food");
        site("school", 1, "yes", false, "education");
        Services services = services();
        assertThat(services.offers()).extracting(Offer::mark).containsExactly(1, 1, null);
        assertThat(services.places()).hasSize(1);
    }

    @Test
    void aConfidentialSiteHasNoPlaceAndIsNamedOnlyWhereNoOtherIsKnown() {
        site("shelter", 0, "yes", true, "housing", "food");
        site("pantry", 0.03, "yes", false, "food");
        Services services = services();
        Offer housing = services.offers().get(0);
        assertThat(housing.nearest()).isNotNull().extracting(Site::address).isEqualTo("");
        assertThat(housing.metres()).isNull();
        assertThat(housing.mark()).isNull();
        assertThat(services.offers().get(1).nearest())
                .isNotNull()
                .extracting(Site::name)
                .isEqualTo("pantry");
        assertThat(services.sitesHere()).isZero();
        assertThat(services.offers().get(2).nearest()).isNull();
    }
}
