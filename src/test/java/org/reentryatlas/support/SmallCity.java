package org.reentryatlas.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Files of a city of twelve square beats in a grid of four by three, in four sectors and two districts, in empty grassland.
 * Its people are invented and live at the corners of nothing.
 */
public final class SmallCity {
    public static final String CASELOAD_HEADER =
            "record_id,address_type,address,lon,lat,needs,start_date,end_date,verified_on";

    private static final double WEST = -105.1;
    private static final double SOUTH = 43.5;
    private static final double STEP = 0.01;
    private static final int COLUMNS = 4;

    private SmallCity() {}

    /** The configuration of the city, written into the directory. */
    public static Path config(Path directory) throws IOException {
        return Files.writeString(
                directory.resolve("atlas.yaml"),
                "jurisdiction:\n  name: Small City\n  timeZone: America/Denver\n  workingCrs: EPSG:32155\n");
    }

    /** The beats 01 to 12 as GeoJSON. */
    public static Path beats(Path directory) throws IOException {
        return Files.writeString(directory.resolve("beats.geojson"), beatsJson());
    }

    public static String beatsJson() {
        return beatsJson(1, 0);
    }

    private static String beatsJson(int redrawn, double further) {
        List<String> features = new ArrayList<>();
        for (int beat = 0; beat < 12; beat++) {
            double x = WEST + STEP * (beat % COLUMNS);
            int line = beat / COLUMNS;
            double y = SOUTH + STEP * line;
            double west = beat == redrawn ? x - further : x;
            double east = beat == redrawn - 1 ? x + STEP - further : x + STEP;
            features.add(String.format(
                    Locale.ROOT,
                    "{\"type\":\"Feature\",\"properties\":{\"BEAT\":\"%02d\",\"NAME\":\"Beat %d\",\"SECTOR\":\"S%d\","
                            + "\"DISTRICT\":\"D%d\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                            + "[[[%f,%f],[%f,%f],[%f,%f],[%f,%f],[%f,%f]]]}}",
                    beat + 1,
                    beat + 1,
                    beat / 3 + 1,
                    beat / 6 + 1,
                    west,
                    y,
                    east,
                    y,
                    east,
                    y + STEP,
                    west,
                    y + STEP,
                    west,
                    y));
        }
        return "{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", features) + "\n]}\n";
    }

    /** A caseload with so many people in each beat, from beat 01 on, each at an address of their own. */
    public static Path caseload(Path directory, String name, int... people) throws IOException {
        List<String> rows = new ArrayList<>(List.of(CASELOAD_HEADER));
        for (int beat = 0; beat < people.length; beat++) {
            for (int person = 0; person < people[beat]; person++) {
                rows.add(row(
                        "P%02d%04d".formatted(beat + 1, person),
                        beat + 1,
                        person,
                        person % 2 == 0 ? "housing" : "employment;food"));
            }
        }
        return Files.write(directory.resolve(name), rows);
    }

    /** A row of a caseload: a person at a place of their own in the beat. */
    public static String row(String id, int beat, int person, String needs) {
        double x = WEST + STEP * ((beat - 1) % COLUMNS) + 0.0005 + 0.009 * ((person * 37) % 1000) / 1000;
        int line = (beat - 1) / COLUMNS;
        double y = SOUTH + STEP * line + 0.0005 + 0.009 * ((person * 91) % 997) / 997;
        return String.format(Locale.ROOT, "%s,residence,,%f,%f,%s,2025-01-01,,2026-01-01", id, x, y, needs);
    }

    /**
     * Six tracts in a grid of three by two that nests in no beat: it reaches beyond the city in the west, south and north,
     * and leaves out a strip of 0.003 degrees in the east. A seventh lies in the next county.
     */
    public static Path tracts(Path directory) throws IOException {
        List<String> features = new ArrayList<>();
        for (int tract = 0; tract < 6; tract++) {
            double x = WEST - 0.002 + 0.013 * (tract % 3);
            int line = tract / 3;
            double y = SOUTH - 0.001 + 0.016 * line;
            features.add(tract("T" + (tract + 1), x, y, x + 0.013, y + 0.016));
        }
        features.add(tract("T7", WEST + 0.1, SOUTH, WEST + 0.11, SOUTH + 0.01));
        return Files.writeString(
                directory.resolve("tracts.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", features) + "\n]}\n");
    }

    private static String tract(String key, double x0, double y0, double x1, double y1) {
        return String.format(
                Locale.ROOT,
                "{\"type\":\"Feature\",\"properties\":{\"TRACT\":\"%s\"},\"geometry\":{\"type\":\"Polygon\","
                        + "\"coordinates\":[[[%f,%f],[%f,%f],[%f,%f],[%f,%f],[%f,%f]]]}}",
                key,
                x0,
                y0,
                x1,
                y0,
                x1,
                y1,
                x0,
                y1,
                x0,
                y0);
    }

    /** A block group on the ground of each beat, from beat 01 on, with so many residents; loaded as a user would. */
    public static void loadBlockGroups(Map<String, String> environment, Path directory, int... residents)
            throws IOException {
        List<String> features = new ArrayList<>();
        for (int beat = 0; beat < residents.length; beat++) {
            double x = WEST + STEP * (beat % COLUMNS);
            int line = beat / COLUMNS;
            double y = SOUTH + STEP * line;
            features.add(tract("G" + (beat + 1), x, y, x + STEP, y + STEP)
                    .replace("\"}", "\",\"POPULATION\":" + residents[beat] + "}"));
        }
        Path file = Files.writeString(
                directory.resolve("block-groups.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", features) + "\n]}\n");
        loadBoundaries(
                environment,
                file.toString(),
                "--level",
                "block_group",
                "--key",
                "TRACT",
                "--population",
                "POPULATION",
                "--valid-from",
                "2020-01-01");
    }

    /** Loads a caseload and releases it as a user would; answers what the release said. */
    public static Cli release(Map<String, String> environment, Path caseload, String asOf) {
        Cli load = Cli.run(environment, "load", "caseload", caseload.toString(), "--as-of", asOf);
        Cli release = load.exitCode() == 0 ? Cli.run(environment, "release", "--as-of", asOf) : load;
        if (release.exitCode() != 0) {
            throw new AssertionError(release.err());
        }
        return release;
    }

    /** Loads the tracts as a user would. */
    public static void loadTracts(Map<String, String> environment, Path directory) throws IOException {
        loadBoundaries(
                environment,
                tracts(directory).toString(),
                "--level",
                "tract",
                "--key",
                "TRACT",
                "--valid-from",
                "2020-01-01");
    }

    /** A residential address at the place of everybody in a caseload. */
    public static Path addresses(Path directory, Path caseload) throws IOException {
        List<String> rows = new ArrayList<>(List.of("id,lon,lat,kind"));
        List<String> people = Files.readAllLines(caseload);
        for (String row : people.subList(1, people.size())) {
            String[] fields = row.split(",", -1);
            rows.add("%s,%s,%s,residential".formatted(fields[0], fields[3], fields[4]));
        }
        return Files.write(directory.resolve("addresses.csv"), rows);
    }

    /** Loads the beats as a user would. */
    public static void loadBeats(Map<String, String> environment, Path directory) throws IOException {
        loadBeats(environment, beats(directory), "2024-01-01");
    }

    /** Loads beats from another file or day. */
    public static void loadBeats(Map<String, String> environment, Path file, String validFrom) {
        loadBoundaries(
                environment,
                file.toString(),
                "--level",
                "beat",
                "--key",
                "BEAT",
                "--name",
                "NAME",
                "--parent",
                "sector=SECTOR",
                "--parent",
                "district=DISTRICT",
                "--valid-from",
                validFrom);
    }

    /** The beats with the line between one, from 1 on, and the next so many degrees further west. */
    public static Path redrawnBeats(Path directory, int beat, double further) throws IOException {
        return Files.writeString(directory.resolve("redrawn-" + beat + ".geojson"), beatsJson(beat, further));
    }

    private static void loadBoundaries(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of("load", "boundaries"));
        command.addAll(List.of(arguments));
        Cli load = Cli.run(environment, command.toArray(String[]::new));
        if (load.exitCode() != 0) {
            throw new AssertionError(load.err());
        }
    }
}
