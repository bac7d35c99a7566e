package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** A server with two releases of a small city behind it, the same for all tests that only read; it ends with the last. */
final class ServedCity implements BeforeAllCallback {
    /** Something that only a caseload holds; it must never come out. */
    static final String CANARY = "P010007";

    /** What its publisher states; the only address of another host that its pages link to. */
    static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

    /** When its service directory was loaded, which is not today. */
    static final String DIRECTORY_DAY = "2026-07-02";

    private static final String SERVICES = """
            id,name,category,address,lon,lat,confidential
            A/1,Food Pantry,food,1 Open Street,-105.09,43.51,no
            B2,Safe House,housing,2 Hidden Lane,-105.08,43.51,yes
            C3,Job Centre,employment,3 Open Street,-105.07,43.52,no
            """;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** All that commands said while cities were built. */
    private static final List<String> SAID = Collections.synchronizedList(new ArrayList<>());

    private final String name;
    private final String services;
    private final UnaryOperator<List<String>> people;

    @SuppressWarnings("NullAway.Init") // JUnit calls beforeAll first
    private WebApp app;

    @SuppressWarnings("NullAway.Init") // JUnit calls beforeAll first
    private TestDatabase database;

    @SuppressWarnings("NullAway.Init") // JUnit calls beforeAll first
    private Map<String, String> environment;

    private record Running(TestDatabase database, Map<String, String> environment, WebApp app)
            implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            app.close();
            database.drop();
        }
    }

    ServedCity() {
        this(SERVICES);
    }

    /**
     * The same city with another directory.
     *
     * @param services a table of services, as CSV
     */
    ServedCity(String services) {
        this(services, services, UnaryOperator.identity());
    }

    /**
     * The same city with other people.
     *
     * @param name of its own
     * @param people makes the lines of a caseload of those that it usually has, the header first
     */
    static ServedCity of(String name, UnaryOperator<List<String>> people) {
        return new ServedCity(name, SERVICES, people);
    }

    private ServedCity(String name, String services, UnaryOperator<List<String>> people) {
        this.name = name;
        this.services = services;
        this.people = people;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // Not that of the root: Surefire gives each class a root of its own where several processes share the classes.
        // One that no other
        // class has ends with its class: the database has connections for few at a time.
        ExtensionContext.Namespace cities = ExtensionContext.Namespace.create(ServedCity.class);
        ExtensionContext.Store store = name.equals(SERVICES)
                ? context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, cities)
                : context.getStore(cities);
        Running running = store.getOrComputeIfAbsent(name, key -> start(services, people), Running.class);
        app = running.app();
        database = running.database();
        environment = running.environment();
    }

    private static Running start(String services, UnaryOperator<List<String>> people) {
        try {
            TestDatabase database = new TestDatabase();
            database.open();
            Path directory = Files.createTempDirectory("served-city");
            Map<String, String> environment = database.environment(SmallCity.config(directory));
            // The tests ask faster than any reader, all from one address.
            environment.put("ATLAS_SERVER_REQUESTS_PER_SECOND", "0");
            environment.put("ATLAS_PUBLISHER_CONTACT", "data@smallcity.example");
            environment.put("ATLAS_PUBLISHER_LICENCE", LICENCE);
            environment.put("ATLAS_PUBLISHER_SOURCES", "Small County Supervision");
            SmallCity.loadBeats(environment, directory);
            SmallCity.loadTracts(environment, directory);
            Path providers = Files.writeString(directory.resolve("providers.csv"), services);
            run(environment, "load", "providers", providers.toString());
            database.asAdmin("update provider.source set loaded_at = '" + DIRECTORY_DAY + "T23:30:00Z'");
            publish(environment, directory, people, "2026-03-31", 40, 52, 33, 5, 61, 47, 120, 88, 14, 30, 30, 30);
            publish(environment, directory, people, "2026-06-30", 60, 52, 33, 5, 61, 47, 120, 88, 14, 30, 30, 30);
            // Not before: where nobody is known to live depends on the addresses.
            loadAddresses(environment, directory);
            loadGround(environment, directory);
            run(environment, "gap", "run");
            return new Running(database, environment, WebApp.start(ConfigLoader.load(environment), 0));
        } catch (Exception e) {
            throw new IllegalStateException("the served city could not be built", e);
        }
    }

    /** A lake, a park and a street, so that there is a base map. */
    private static void loadGround(Map<String, String> environment, Path directory) throws IOException {
        String area = """
                {"type":"Feature","properties":{"NAME":"%s"},"geometry":{"type":"Polygon","coordinates":
                 [[[%2$s,43.5],[%3$s,43.5],[%3$s,43.51],[%2$s,43.51],[%2$s,43.5]]]}}""";
        Path lake = Files.writeString(
                directory.resolve("lake.geojson"), area.formatted("Small Lake", "-105.09", "-105.08"));
        run(environment, "load", "basemap", lake.toString(), "--kind", "water");
        Path park = Files.writeString(
                directory.resolve("park.geojson"), area.formatted("Small Park", "-105.07", "-105.06"));
        run(environment, "load", "basemap", park.toString(), "--kind", "park");
        Path street = Files.writeString(directory.resolve("street.geojson"), """
                {"type":"Feature","properties":{"NAME":"Long Street","CLASS":"arterial"},"geometry":{"type":"LineString",
                 "coordinates":[[-105.1,43.515],[-105.06,43.515]]}}""");
        run(environment, "load", "centerlines", street.toString());
    }

    /** Two streets through the middle of beats: one from 01 to 02, which crosses one from 01 to 05. */
    private static void loadAddresses(Map<String, String> environment, Path directory) throws IOException {
        Path points = Files.writeString(directory.resolve("addresses.csv"), """
                id,number,street,city,state,postal_code,lon,lat
                1,1210,Heron Street NW,Small City,WY,82001,-105.095,43.505
                2,1310,Heron Street NW,Small City,WY,82001,-105.085,43.505
                3,1210,Heron Street SE,Small City,WY,82001,-105.075,43.505
                4,7,Plover Lane,Small City,WY,82001,-105.095,43.5151
                """);
        run(environment, "load", "addresses", points.toString());
        Path lines = Files.writeString(directory.resolve("streets.geojson"), """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"ID":"a","NAME":"Heron Street NW","L_FROM":1201,"L_TO":1399,"R_FROM":1200,"R_TO":1398},
                 "geometry":{"type":"LineString","coordinates":[[-105.099,43.505],[-105.081,43.505]]}},
                {"type":"Feature","properties":{"ID":"b","NAME":"Plover Lane","L_FROM":1,"L_TO":199,"R_FROM":2,"R_TO":198},
                 "geometry":{"type":"LineString","coordinates":[[-105.095,43.501],[-105.095,43.519]]}}
                ]}
                """);
        run(environment, "load", "centerlines", lines.toString());
    }

    private static void publish(
            Map<String, String> environment,
            Path directory,
            UnaryOperator<List<String>> people,
            String asOf,
            int... numbers)
            throws IOException {
        Path caseload = SmallCity.caseload(directory, "caseload-" + asOf + ".csv", numbers);
        Files.write(caseload, people.apply(Files.readAllLines(caseload)));
        run(environment, "load", "caseload", caseload.toString(), "--as-of", asOf);
        run(environment, "release", "--as-of", asOf);
    }

    private static void run(Map<String, String> environment, String... arguments) {
        Cli run = Cli.run(environment, arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        SAID.add(run.out() + run.err());
    }

    static List<String> said() {
        return List.copyOf(SAID);
    }

    /** What the command line is told to work on the database behind the server. */
    Map<String, String> environment() {
        return environment;
    }

    TestDatabase database() {
        return database;
    }

    WebApp app() {
        return app;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + app.port() + path);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.body()).as("a trace of a person").doesNotContain(CANARY);
        return response;
    }

    HttpResponse<byte[]> getBytes(String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    /** The identifiers of the features that a path answers with, in their order. */
    List<String> ids(String path) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        json(path).get("features").forEach(feature -> ids.add(feature.get("id").asText()));
        return ids;
    }
}
