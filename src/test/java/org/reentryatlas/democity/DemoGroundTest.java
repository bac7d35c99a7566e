package org.reentryatlas.democity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

import static org.assertj.core.api.Assertions.assertThat;

/** The invariants of the committed map: areas tile the city, hierarchies nest, addresses stand where they should. */
class DemoGroundTest {
    private record Feature(JsonNode properties, Geometry geometry) {
        String text(String name) {
            return properties.get(name).asText();
        }
    }

    private static List<Feature> beats = List.of();
    private static List<Feature> tracts = List.of();
    private static List<NamedCsvRecord> addresses = List.of();

    @BeforeAll
    static void read() throws IOException, ParseException {
        beats = features("beats.geojson");
        tracts = features("tracts.geojson");
        addresses = DemoCityTest.rows("addresses.csv");
    }

    private static List<Feature> features(String file) throws IOException, ParseException {
        JsonNode root =
                new ObjectMapper().readTree(DemoCityTest.COMMITTED.resolve(file).toFile());
        List<Feature> features = new ArrayList<>();
        for (JsonNode node : root.get("features")) {
            features.add(new Feature(
                    node.get("properties"),
                    new GeoJsonReader().read(node.get("geometry").toString())));
        }
        return features;
    }

    private static Geometry[] shapes(List<Feature> features) {
        return features.stream().map(Feature::geometry).toArray(Geometry[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"beats.geojson", "tracts.geojson"})
    void areasTileTheCity(String file) throws IOException, ParseException {
        Geometry[] areas = shapes(features(file));
        assertThat(CoverageValidator.isValid(areas)).isTrue();
        Geometry union = CoverageUnion.union(areas);
        assertThat(union.equalsTopo(features("city.geojson").get(0).geometry())).isTrue();
        // JTS geometries are raw Comparables, which AssertJ cannot take as they are.
        assertThat(union instanceof Polygon whole && whole.getNumInteriorRing() == 0)
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"beats.geojson", "tracts.geojson", "city.geojson", "water.geojson", "parks.geojson"})
    void polygonsAreValidAndTurnAsRfc7946Asks(String file) throws IOException, ParseException {
        for (Feature feature : features(file)) {
            assertThat(feature.geometry().isValid()).as(feature.text("NAME")).isTrue();
            for (int i = 0; i < feature.geometry().getNumGeometries(); i++) {
                Polygon polygon = (Polygon) feature.geometry().getGeometryN(i);
                assertThat(Orientation.isCCW(polygon.getExteriorRing().getCoordinates()))
                        .isTrue();
            }
        }
    }

    @Test
    void beatsNestInSectorsAndDistricts() {
        Map<String, String> districtOf = new HashMap<>();
        Set<String> keys = new HashSet<>();
        for (Feature beat : beats) {
            assertThat(keys.add(beat.text("BEAT"))).isTrue();
            assertThat(beat.text("BEAT")).hasSize(3).startsWith(beat.text("SECTOR"));
            String before = districtOf.putIfAbsent(beat.text("SECTOR"), beat.text("DISTRICT"));
            assertThat(before).isIn(null, beat.text("DISTRICT"));
        }
        assertThat(beats).hasSize(48).allMatch(b -> b.geometry() instanceof Polygon);
        assertThat(districtOf).hasSize(12);
        assertThat(new HashSet<>(districtOf.values())).containsExactlyInAnyOrder("1", "2", "3", "4");
        assertThat(keys).anyMatch(k -> k.startsWith("0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SECTOR", "DISTRICT"})
    void sectorsAndDistrictsHangTogether(String level) {
        for (String key : beats.stream().map(b -> b.text(level)).distinct().toList()) {
            List<Feature> members =
                    beats.stream().filter(b -> b.text(level).equals(key)).toList();
            assertThat(CoverageUnion.union(shapes(members)) instanceof Polygon)
                    .as(key)
                    .isTrue();
        }
    }

    @Test
    void tractsHoldTheCitysPeople() {
        assertThat(tracts).hasSizeBetween(42, 50).allMatch(t -> t.geometry() instanceof Polygon);
        assertThat(tracts.stream()
                        .mapToInt(t -> t.properties().get("POPULATION").asInt())
                        .sum())
                .isBetween(189_900, 190_100);
        assertThat(tracts).allMatch(t -> t.text("TRACT").matches("\\d{4}00"));
        Set<Geometry> sameAsBeat = new HashSet<>();
        for (Feature tract : tracts) {
            beats.stream()
                    .map(Feature::geometry)
                    .filter(tract.geometry()::equalsTopo)
                    .forEach(sameAsBeat::add);
        }
        assertThat(sameAsBeat).as("tracts that are exactly a beat").hasSizeBetween(5, 40);
    }

    @Test
    void everyAddressLiesInOneBeatAndOneTract() {
        assertThat(addresses).hasSizeBetween(23_000, 27_000);
        Map<Integer, Integer> perBeat = addressesPerArea(beats);
        addressesPerArea(tracts);
        List<Integer> counts = perBeat.values().stream().sorted().toList();
        assertThat(perBeat).hasSize(48);
        assertThat(counts.get(47)).as("fullest against emptiest ordinary beat").isLessThan(3 * counts.get(3));
        assertThat(counts.get(2)).as("the three sparse beats").isLessThan(200);
    }

    private static Map<Integer, Integer> addressesPerArea(List<Feature> areas) {
        List<IndexedPointInAreaLocator> locators = areas.stream()
                .map(a -> new IndexedPointInAreaLocator(a.geometry()))
                .toList();
        Map<Integer, Integer> counts = new HashMap<>();
        for (NamedCsvRecord address : addresses) {
            Coordinate place = new Coordinate(
                    Double.parseDouble(address.getField("lon")), Double.parseDouble(address.getField("lat")));
            List<Integer> inside = new ArrayList<>();
            for (int i = 0; i < areas.size(); i++) {
                boolean near = areas.get(i).geometry().getEnvelopeInternal().contains(place);
                if (near && locators.get(i).locate(place) == Location.INTERIOR) {
                    inside.add(i);
                }
            }
            assertThat(inside).as(address.getField("id")).hasSize(1);
            counts.merge(inside.get(0), 1, Integer::sum);
        }
        return counts;
    }

    @Test
    void everyAddressHasASegmentWithItsNumberAndParity() throws IOException, ParseException {
        Map<String, List<Feature>> byName = new HashMap<>();
        for (Feature street : features("streets.geojson")) {
            byName.computeIfAbsent(street.text("NAME"), n -> new ArrayList<>()).add(street);
        }
        Set<String> texts = new HashSet<>();
        for (NamedCsvRecord address : addresses) {
            int number = Integer.parseInt(address.getField("number"));
            String street = address.getField("street");
            String side = number % 2 == 0 ? "R" : "L";
            assertThat(texts.add(number + " " + street)).as("written once").isTrue();
            assertThat(byName.getOrDefault(street, List.of()))
                    .as(number + " " + street)
                    .anyMatch(s -> holds(s, side, number));
            int units = Integer.parseInt(address.getField("unit_count"));
            assertThat(units > 0).isEqualTo(address.getField("kind").equals("residential"));
        }
    }

    private static boolean holds(Feature street, String side, int number) {
        JsonNode from = street.properties().get(side + "_FROM");
        return !from.isNull()
                && from.asInt() <= number
                && number <= street.properties().get(side + "_TO").asInt();
    }

    @Test
    void bridgesCrossTheRiver() throws IOException, ParseException {
        Geometry river = features("water.geojson").get(0).geometry();
        Set<String> crossing = new HashSet<>();
        int bridges = 0;
        Geometry middle = river.buffer(-0.0003);
        for (Feature street : features("streets.geojson")) {
            if (street.geometry().intersects(middle) && !street.geometry().within(river)) {
                crossing.add(street.text("NAME"));
                bridges++;
            }
        }
        assertThat(crossing).hasSizeBetween(4, 10);
        assertThat(bridges).isGreaterThanOrEqualTo(6);
    }
}
