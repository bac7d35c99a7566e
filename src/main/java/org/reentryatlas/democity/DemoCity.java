package org.reentryatlas.democity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Writes the files of Harlow Ferry, a city that does not exist. The same seed makes the same bytes. All coordinates are
 * longitude and latitude on WGS 84 with six decimals.
 */
public final class DemoCity {
    /** The seed of the files that are kept under {@code geodata/demo}. */
    public static final long COMMITTED_SEED = 7;

    private final City city;
    private final long seed;
    private final Path directory;
    private final SortedMap<String, Integer> counts = new TreeMap<>();

    private DemoCity(City city, long seed, Path directory) {
        this.city = city;
        this.seed = seed;
        this.directory = directory;
    }

    /**
     * What was written.
     *
     * @param byFile the number of features, or of rows without the heading, by file name
     */
    public record Counts(SortedMap<String, Integer> byFile) {
        public Counts {
            byFile = Collections.unmodifiableSortedMap(new TreeMap<>(byFile));
        }
    }

    /**
     * Builds the city and writes its files into the directory, over those that are there.
     *
     * @throws IOException if the directory cannot be made or a file cannot be written
     */
    public static Counts generate(long seed, Path directory) throws IOException {
        Files.createDirectories(directory);
        DemoCity demo = new DemoCity(City.build(seed), seed, directory);
        demo.writeGround();
        demo.writeTransit();
        demo.writeAreas();
        demo.writeAddresses();
        demo.writePeopleAndPlaces();
        return new Counts(demo.counts);
    }

    private void write(String name, GeoJsonFile file) throws IOException {
        counts.put(name, file.write(directory.resolve(name)));
    }

    private void write(String name, CsvFile file) throws IOException {
        counts.put(name, file.write(directory.resolve(name)));
    }

    private void writeGround() throws IOException {
        GeoJsonFile streets = new GeoJsonFile();
        for (Segment segment : city.segments()) {
            Integer from = segment.hasNumbers() ? segment.from() : null;
            Integer to = segment.hasNumbers() ? segment.to() : null;
            streets.add(
                    segment.course(),
                    "NAME",
                    segment.name(),
                    "CLASS",
                    segment.kind().label(),
                    "L_FROM",
                    from == null ? null : from + 1,
                    "L_TO",
                    to == null ? null : to - 1,
                    "R_FROM",
                    from,
                    "R_TO",
                    to == null ? null : to - 2);
        }
        write("streets.geojson", streets);
        write("water.geojson", OpenSpaces.water(city.plan()));
        write("parks.geojson", OpenSpaces.parks(city));
    }

    private void writeTransit() throws IOException {
        Map<String, CsvFile> feed = BusLines.of(city.plan());
        ZipOfTables.write(feed, directory.resolve("transit.zip"));
        counts.put("transit.zip", feed.values().stream().mapToInt(CsvFile::size).sum());
    }

    private void writeAreas() throws IOException {
        GeoJsonFile beats = new GeoJsonFile();
        for (Area beat : city.beats()) {
            Geometry outline = city.blocks().union(beat.blocks());
            beats.add(
                    outline,
                    "BEAT",
                    beat.key(),
                    "NAME",
                    beat.name(),
                    "SECTOR",
                    beat.sector(),
                    "DISTRICT",
                    beat.district());
        }
        write("beats.geojson", beats);
        GeoJsonFile tracts = new GeoJsonFile();
        for (int i = 0; i < city.tracts().size(); i++) {
            Area tract = city.tracts().get(i);
            Geometry outline = city.blocks().union(tract.blocks());
            tracts.add(
                    outline,
                    "TRACT",
                    tract.key(),
                    "NAME",
                    tract.name(),
                    "POPULATION",
                    city.populations().get(i));
        }
        write("tracts.geojson", tracts);
        GeoJsonFile limits = new GeoJsonFile();
        limits.add(
                city.blocks().union(city.blocks().all().stream().map(Block::id).toList()), "NAME", "Harlow Ferry");
        write("city.geojson", limits);
    }

    private void writeAddresses() throws IOException {
        CsvFile file = new CsvFile("id,number,street,unit_count,city,state,postal_code,kind,lon,lat");
        List<Coordinate> places = Projector.pointsToDegrees(
                city.addresses().stream().map(Address::place).toList());
        for (int i = 0; i < places.size(); i++) {
            Address address = city.addresses().get(i);
            file.add(
                    "A%06d".formatted(i + 1),
                    address.number(),
                    address.street(),
                    address.units(),
                    "Harlow Ferry",
                    "WY",
                    address.postalCode(),
                    address.kind().label(),
                    Projector.text(places.get(i).x),
                    Projector.text(places.get(i).y));
        }
        write("addresses.csv", file);
    }

    private void writePeopleAndPlaces() throws IOException {
        List<Facility> facilities = Facility.of(city, Dice.of(seed, "facilities"));
        CsvFile register = new CsvFile("id,name,kind,address,capacity,lon,lat");
        List<Coordinate> places = Projector.pointsToDegrees(
                facilities.stream().map(f -> f.address().place()).toList());
        for (int i = 0; i < facilities.size(); i++) {
            Facility facility = facilities.get(i);
            register.add(
                    facility.id(),
                    facility.name(),
                    facility.kind(),
                    facility.address().text(),
                    facility.capacity(),
                    Projector.text(places.get(i).x),
                    Projector.text(places.get(i).y));
        }
        write("facilities.csv", register);
        write("providers.csv", Providers.of(city, Dice.of(seed, "providers")));
        write("requests.csv", Requests.of(city, Dice.of(seed, "requests")));
        Map<LocalDate, CsvFile> extracts = Caseload.of(city, facilities, Dice.of(seed, "caseload"));
        for (Map.Entry<LocalDate, CsvFile> extract : extracts.entrySet()) {
            write("caseload-" + extract.getKey() + ".csv", extract.getValue());
        }
    }
}
