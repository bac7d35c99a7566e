package org.reentryatlas.ogc;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.geo.Box;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.http.ProblemException;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How a box is read, in the systems that a jurisdiction in Maryland serves. */
class RegionTest {
    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
    private static final List<ServedCrs> SERVED = ServedCrs.with(Crs.of("EPSG:26985"));

    private static ServedCrs served(String uri) {
        return ServedCrs.named(uri, "bbox-crs", SERVED);
    }

    private static Region degrees(String bbox) {
        return Region.parse(bbox, ServedCrs.CRS84);
    }

    private static String wkb(Region region) {
        return requireNonNull(region.shape()).wkbHex(Crs.WGS84);
    }

    @Test
    void theSystemsAreThoseOfTheWebAndTheJurisdictionsOwn() {
        assertThat(SERVED.stream().map(ServedCrs::uri))
                .containsExactly(Links.CRS84, EPSG + "4326", EPSG + "3857", EPSG + "26985");
        assertThat(SERVED.stream().map(ServedCrs::isNorthFirst)).containsExactly(false, true, false, false);
    }

    @Test
    void aSystemThatIsNotServedIsNamedWithThoseThatAre() {
        assertThatThrownBy(() -> served(EPSG + "2248"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'bbox-crs'");
    }

    @Test
    void heightsArePassedOver() {
        assertThat(wkb(degrees("-77.1,38.8,0,-76.9,39.0,100"))).isEqualTo(wkb(degrees("-77.1,38.8,-76.9,39.0")));
    }

    @Test
    void latitudeComesFirstWhereTheAuthoritySaysSo() {
        assertThat(wkb(Region.parse("38.8,-77.1,39.0,-76.9", served(EPSG + "4326"))))
                .isEqualTo(wkb(degrees("-77.1,38.8,-76.9,39.0")));
    }

    @Test
    void theWholeEarthIsEverywhere() {
        assertThat(degrees("-180,-90,180,90")).isEqualTo(Region.EVERYWHERE);
        assertThat(Region.parse("-90,-180,90,180", served(EPSG + "4326"))).isEqualTo(Region.EVERYWHERE);
    }

    @Test
    void overTheDateLineItIsTwoBoxes() {
        String two = Shape.ofBoxes(List.of(new Box(177, 65, 180, 70), new Box(-180, 65, -177, 70)), Crs.WGS84)
                .wkbHex(Crs.WGS84);
        assertThat(wkb(degrees("177,65,-177,70"))).isEqualTo(two);
    }

    @Test
    void metresBecomeDegreesAndTheSidesBend() {
        Region region = Region.parse("390000,130000,410000,150000", served(EPSG + "26985"));
        Crs metres = Crs.of("EPSG:26985");
        String straight = Shape.ofBoxes(List.of(new Box(390000, 130000, 410000, 150000)), metres)
                .wkbHex(metres);
        assertThat(wkb(region)).isEqualTo(straight).hasSizeGreaterThan(16 * 80);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-77.1,38.8,-77.1,38.8",
                "-77.1,38.8,-77.1,39.0",
                "-77.1,38.8,-76.9,38.8",
                "180,38.8,-177,39.0",
                "180,38.8,-180,38.8"
            })
    void aBoxWithoutWidthOrHeightIsALineOrAPoint(String bbox) {
        assertThat(wkb(degrees(bbox))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4326 | 38.8,-77.1,39.0 | has 3 numbers",
                "4326 | 38.8,-77.1,39.0,x | not a number",
                "4326 | 38.8,-77.1,39.0,1e999 | not a number",
                "4326 | 39.0,-77.1,38.8,-76.9 | not a box of longitudes",
                "4326 | -77.1,238.8,-76.9,39.0 | not a box of longitudes",
                "26985 | 410000,130000,390000,150000 | wrong side",
                "26985 | 390000,150000,410000,130000 | wrong side",
                "26985 | -9390000,130000,-9380000,150000 | does not reach",
                "26985 | -1e300,-1e300,1e300,1e300 | does not reach"
            })
    void whatIsNoBoxIsRefused(String epsg, String bbox, String words) {
        assertThatThrownBy(() -> Region.parse(bbox, served(EPSG + epsg)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(words);
    }
}
