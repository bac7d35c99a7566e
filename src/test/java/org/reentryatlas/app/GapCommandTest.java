package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.GtfsFeed;
import org.reentryatlas.support.HtmlPage;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;
import org.w3c.dom.Element;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Gaps from the commands to what is served, and computed again from there. */
class GapCommandTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String DRAWN_BY = "© Somebody who draws streets";
    private static final int[] PEOPLE = {60, 52, 33, 25, 61, 47, 120, 88, 34, 30, 30, 30};

    @TempDir
    Path directory;

    private Map<String, String> environment = Map.of();

    private Cli atlas(String... arguments) {
        return Cli.run(environment, arguments);
    }

    private void load() throws IOException {
        environment = new HashMap<>(DATABASE.environment(SmallCity.config(directory)));
        environment.put("ATLAS_GAP_PREVALENCE", "mental_health 0.37 somebody's finding");
        SmallCity.loadBeats(environment, directory);
        Path caseload = SmallCity.caseload(directory, "caseload.csv", PEOPLE);
        Path services = Files.writeString(directory.resolve("services.csv"), """
                id,name,category,address,lon,lat,confidential,opening_hours
                A1,Food Pantry,food,1 Open Street,-105.09,43.51,no,Mo-Fr 09:00-17:00
                B2,Safe House,housing,2 Hidden Lane,-105.08,43.51,yes,24/7
                C3,Clinic,mental_health,3 Open Street,-105.07,43.52,no,
                """);
        Path streets = Files.writeString(
                directory.resolve("streets.geojson"),
                String.join(
                        "\n",
                        street("First Street", "FT", "25", "[-105.1,43.505],[-105.06,43.505]"),
                        street(
                                "Second Street",
                                "",
                                "",
                                "[-105.06,43.505],[-105.06,43.515],[-105.1,43.515],[-105.1,43.505]"),
                        street(
                                "Third Street",
                                "sideways",
                                "fast",
                                "[-105.06,43.515],[-105.06,43.525],[-105.1,43.525]")));
        for (List<String> load : List.of(
                List.of(
                        "load",
                        "addresses",
                        SmallCity.addresses(directory, caseload).toString()),
                List.of("load", "providers", services.toString()))) {
            Cli run = atlas(load.toArray(String[]::new));
            assertThat(run.exitCode()).as(run.err()).isZero();
        }
        Cli centerlines = atlas("load", "centerlines", streets.toString());
        assertThat(centerlines.exitCode()).as(centerlines.err()).isZero();
        assertThat(centerlines.out())
                .contains(
                        "1 stretches have a direction that is not known",
                        "1 stretches have a speed that cannot be read");
        SmallCity.release(environment, caseload, "2026-06-30");
    }

    private static String street(String name, String oneWay, String speed, String line) {
        return "{\"type\":\"Feature\",\"properties\":{\"NAME\":\"%s\",\"ONEWAY\":\"%s\",\"SPEED_LIMIT\":\"%s\"},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[%s]}}"
                .formatted(name, oneWay, speed, line);
    }

    private static HttpResponse<String> get(WebApp app, String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void gapsAreComputedServedAndComputedAgainFromWhatIsServed() throws Exception {
        load();
        Cli first = atlas("gap", "run");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("gap run 2026-06-30.1-1 is published", "walk: ways: streets", "mental_health: ")
                .doesNotContain("substance_use_treatment");
        assertThat(atlas("gap", "run").out()).contains("nothing changed");

        try (WebApp app = WebApp.start(ConfigLoader.load(environment), 0)) {
            String server = "http://127.0.0.1:" + app.port();
            assertThat(get(app, "/ogc/collections/gaps-walk-by-beat/items?limit=100")
                            .body())
                    .contains("\"numberMatched\":12", "\"food_gap_low\":", "\"gap_run\":\"2026-06-30.1-1\"");
            assertThat(get(app, "/ogc/collections/gaps-drive-by-city/items").body())
                    .contains("\"numberMatched\":1");
            assertThat(get(app, "/layers/gaps-walk-by-beat.csv").body())
                    .contains("food_gap_low")
                    .contains("08");
            assertThat(get(app, "/api/map").body())
                    .contains("gaps-walk-by-sector")
                    .doesNotContain("gaps-transit");
            assertThatLayersSayWhatTheFileSays(app);
            assertThatPagesSayWhatTheLayersSay(app);
            String sites = get(app, "/gaps/2026-06-30.1-1/sites.csv").body();
            assertThat(sites).contains("Food Pantry").doesNotContain("Safe House");
            assertThat(get(app, "/gaps/2026-06-30.1-1/nothing.csv").statusCode())
                    .isEqualTo(404);

            Cli verified = atlas("gap", "verify", server + "/gaps/2026-06-30.1-1");
            assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
            assertThat(verified.out()).contains("every number is what the public files give");
            verifyChangedFiles(app, server);
            assertThatTimesOfTheWeekAreTold(app);
            assertThatAnybodyCanSupposeOtherSites(app);
        }
        goBackToAnEarlierDirectory();
        chooseAnotherMeasureOfAccess();
        takeTheFeedAway();
    }

    /** One set of numbers: every row of the results is a feature's property, and there are no others. */
    private static void assertThatLayersSayWhatTheFileSays(WebApp app) throws Exception {
        Map<String, JsonNode> features = new HashMap<>();
        for (JsonNode level : JSON.readTree(get(app, "/api/map").body()).get("levels")) {
            for (Map.Entry<String, JsonNode> layer : level.get("gaps").properties()) {
                JSON.readTree(get(
                                        app,
                                        "/ogc/collections/%s/items?limit=1000"
                                                .formatted(layer.getValue().asText()))
                                .body())
                        .get("features")
                        .forEach(feature -> features.put(
                                layer.getKey()
                                        + level.get("code").asText()
                                        + feature.get("id").asText(),
                                feature.get("properties")));
            }
        }
        int rows = 0;
        try (var results = CsvReader.builder()
                .ofNamedCsvRecord(get(app, "/gaps/2026-06-30.1-1/results.csv").body())) {
            for (NamedCsvRecord row : results) {
                JsonNode shown = requireNonNull(
                        features.get(row.getField("mode") + row.getField("level") + row.getField("area_key")));
                String category = row.getField("category") + "_";
                for (String column : List.of("gap_low", "gap_high")) {
                    assertThat(shown.get(category + column).asDouble())
                            .isEqualTo(Double.parseDouble(row.getField(column)));
                }
                assertThat(shown.get(category + "gap_rank").asText("")).isEqualTo(row.getField("rank"));
                assertThat(shown.get(category + "in_30_low").asText("")).isEqualTo(row.getField("within_30_low"));
                assertThat(shown.get(category + "minutes").isNull())
                        .isEqualTo(row.getField("nearest_s").isEmpty());
                rows++;
            }
        }
        assertThat(features.keySet())
                .contains("walkbeat08", "drivedistrictD1", "walkcitycity")
                .anyMatch(key -> key.startsWith("drivehex_8"))
                .anyMatch(key -> key.startsWith("walkhex_6"));
        assertThat(rows).as("twelve categories have demand").isEqualTo(12 * features.size());
    }

    private static void assertThatAnybodyCanSupposeOtherSites(WebApp app) throws Exception {
        String path = "/gaps/2026-06-30.1-1/what-if";
        String food = path + "?mode=drive&category=food";
        JsonNode changed = JSON.readTree(get(app, food + "&close=A1&add=-105.09,43.51&at=Sa10:00&open=A1")
                .body());
        assertThat(changed.get("sites").get(0).get("id").asText()).isEqualTo("A1");
        assertThat(changed.get("areas"))
                .extracting(area -> area.get("level").asText())
                .contains("beat", "city", "hex_7");
        for (JsonNode area : changed.get("areas")) {
            assertThat(area.get("after"))
                    .as("one was closed, and one opened at its place")
                    .isEqualTo(area.get("before"));
            assertThat(area.get("moved_30").get(0).asDouble()).isZero();
        }
        assertThat(get(app, path + ".csv?category=food&close=A1").body())
                .startsWith("level,area_key,demand_before_low,")
                .contains("\nbeat,08,");
        for (String[] wrong : new String[][] {
            {food + "&close=Z9", "with the id: Z9"},
            {food + "&add=-105.09", "'add' is not a longitude"},
            {food + "&add=-105.09,north", "'add' has a coordinate"},
            {food + "&add=0x10,0x20", "'add' has a coordinate"},
            {food + "&add=1e1,43.5", "'add' has a coordinate"},
            {food + "&add=-105.09,43.51,1e1", "'add' has a number"},
            {food + "&capacity=A1,-4", "'capacity' has a number"},
            {food + "&capacity=A1,%D9%A4", "'capacity' has a number"},
            {food + "&capacity=,4", "'capacity' is not the id"},
            {food + "&close=", "'close' is not the id"},
            {food + "&at=Sa10:00&open=A1&open=", "'open' is not the id"},
            {food + "&at=noon", "'at' is not a weekday"},
            {food + "&mode=walk", "'mode' is given twice"},
            {path + "?mode=fly&category=food", "'mode' is none of walk, drive"},
            {path, "'category' is missing"},
        }) {
            HttpResponse<String> refused = get(app, wrong[0]);
            assertThat(refused.statusCode()).as(wrong[0]).isEqualTo(400);
            assertThat(refused.body()).contains(wrong[1]);
        }
        assertThat(get(app, "/gaps/2026-06-30.1-9/what-if?category=food").statusCode())
                .isEqualTo(404);
    }

    /** The page of an area and all three forms of the assessment. */
    private static void assertThatPagesSayWhatTheLayersSay(WebApp app) throws Exception {
        JsonNode area = JSON.readTree(
                        get(app, "/ogc/collections/gaps-walk-by-beat/items/08").body())
                .get("properties");
        String low = NumberFormat.getNumberInstance(Locale.US)
                .format(area.get("food_gap_low").asDouble());
        String high = NumberFormat.getNumberInstance(Locale.US)
                .format(area.get("food_gap_high").asDouble());
        assertThat(get(app, "/areas/beat/08?lang=en").body())
                .contains(low + " to " + high, "2026-06-30.1-1", "On foot");
        assertThat(get(app, "/areas/beat/08?lang=es").body()).contains("Carencias de servicios", "A pie");

        List<String> row = List.of("08", "Food", "On foot", low, high);
        String page = get(app, "/assessment?lang=en").body();
        HtmlPage html = HtmlPage.parse(page);
        assertThat(html.faults()).isEmpty();
        assertThat(html.all("tr").stream()
                        .map(line -> HtmlPage.inside(line, "th").stream()
                                        .map(Element::getTextContent)
                                        .collect(Collectors.joining("|"))
                                + "|"
                                + HtmlPage.inside(line, "td").stream()
                                        .map(Element::getTextContent)
                                        .collect(Collectors.joining("|"))))
                .anyMatch(line -> line.startsWith(String.join("|", row)));
        assertThat(get(app, "/assessment?lang=es").body())
                .contains("Prioridades", "Evaluación de recursos y carencias");
        assertThat(get(app, "/assessment?level=moon").statusCode()).isEqualTo(400);

        assertThat(workbookText(app, "/assessment.xlsx?lang=en"))
                .contains("Resources", "Priorities", "Progress", "About")
                .contains("<v>" + area.get("food_gap_low").asText() + "</v>")
                .doesNotContain("<f>");
        assertThat(pdfText(app, "/assessment.pdf?lang=en")).contains(String.join(" ", row));
    }

    private static String workbookText(WebApp app, String path) throws Exception {
        try (ZipInputStream book = new ZipInputStream(new ByteArrayInputStream(bytes(app, path)))) {
            StringBuilder xml = new StringBuilder();
            while (book.getNextEntry() != null) {
                xml.append(new String(book.readAllBytes(), StandardCharsets.UTF_8));
            }
            return xml.toString().replace("&#xa9;", "©");
        }
    }

    private static String pdfText(WebApp app, String path) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(bytes(app, path))) {
            return new PDFTextStripper().getText(pdf).replaceAll("[\\s\u00a0]+", " ");
        }
    }

    /** A file of the run, What if and the assessment say the same of a time. */
    private static void assertThatTimesOfTheWeekAreTold(WebApp app) throws Exception {
        assertThat(get(app, "/gaps/2026-06-30.1-1/gap.json").body())
                .contains("\"access\" : \"e2sfca\"", "[ \"Mo10:00\", \"Mo19:00\", \"Sa10:00\", \"Su10:00\" ]");
        String times = get(app, "/gaps/2026-06-30.1-1/times.csv").body();
        assertThat(times)
                .startsWith("mode,category,level,area_key,time,sites_open,sites_hours_unknown,nearest_s,")
                .contains("walk,food,city,city,Mo10:00,1,0,", "walk,food,city,city,Sa10:00,0,0,,0,0\n")
                .contains("walk,mental_health,city,city,Mo10:00,0,1,,0,0\n");
        JsonNode supposed = JSON.readTree(get(app, "/gaps/2026-06-30.1-1/what-if?mode=walk&category=food&at=Mo10:00")
                .body());
        for (JsonNode area : supposed.get("areas")) {
            JsonNode after = area.get("after");
            assertThat(times)
                    .contains("walk,food,%s,%s,Mo10:00,1,0,%s,%s,%s\n"
                            .formatted(
                                    area.get("level").asText(),
                                    area.get("key").asText(),
                                    after.get("nearest_s").asText(""),
                                    after.get("within_30").path(0).asText(""),
                                    after.get("within_30").path(1).asText("")));
        }
        assertThat(get(app, "/assessment?lang=en").body())
                .contains(
                        "Open when?",
                        "Monday 10:00",
                        "Sunday 10:00",
                        "Access is measured by E2SFCA",
                        "Luo and Qi 2009");
        assertThat(get(app, "/assessment?lang=es").body())
                .contains("¿Abierto cuándo?", "Lunes 10:00", "Horario desconocido");
    }

    private static byte[] bytes(WebApp app, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    /** Whoever changes a number, or a way, is found out. */
    private void verifyChangedFiles(WebApp app, String server) throws Exception {
        Path run = Files.createDirectory(directory.resolve("run"));
        for (String name : List.of(
                "gap.json",
                "origins.csv",
                "sites.csv",
                "network.csv",
                "results.csv",
                "potential.csv",
                "times.csv",
                "account.csv")) {
            Files.writeString(
                    run.resolve(name), get(app, "/gaps/2026-06-30.1-1/" + name).body());
        }
        String release = server + "/releases/2026-06-30.1";
        assertThat(atlas("gap", "verify", run.toString(), "--release", release).exitCode())
                .isZero();
        assertThat(atlas("gap", "verify", run.toString()).err()).contains("--release");

        Path results = run.resolve("results.csv");
        String text = Files.readString(results);
        Files.writeString(results, text.replaceFirst("walk,food,beat,08,[0-9.]+", "walk,food,beat,08,1.0"));
        Cli changed = atlas("gap", "verify", run.toString(), "--release", release);
        assertThat(changed.exitCode()).isEqualTo(1);
        assertThat(changed.out()).contains("results.csv is not what its input gives");

        Files.writeString(results, text);
        Path times = run.resolve("times.csv");
        String asTold = Files.readString(times);
        Files.writeString(times, asTold.replaceFirst("walk,food,beat,08,Mo10:00,1", "walk,food,beat,08,Mo10:00,2"));
        assertThat(atlas("gap", "verify", run.toString(), "--release", release).out())
                .contains("times.csv is not what its input gives");
        Files.writeString(times, asTold);
        Path rules = run.resolve("gap.json");
        String asWritten = Files.readString(rules);
        Files.writeString(rules, asWritten.replace("\"walk_kmh\" : 4.8", "\"walk_kmh\" : 48"));
        assertThat(atlas("gap", "verify", run.toString(), "--release", release).err())
                .contains("gap.json is not as this program writes it");
        Files.writeString(rules, asWritten.replace("0.37", "1.37"));
        assertThat(atlas("gap", "verify", run.toString(), "--release", release).err())
                .contains("the share of mental_health is 1.37");
        Files.writeString(rules, asWritten.replace("2026-06-30.1", "a b"));
        assertThat(atlas("gap", "verify", run.toString(), "--release", release).err())
                .contains("gap.json names no release");
        Files.writeString(rules, asWritten);

        Files.writeString(run.resolve("network.csv"), "from_lon\n1,2\n");
        Cli broken = atlas("gap", "verify", run.toString(), "--release", release);
        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(broken.err()).contains("network.csv");
    }

    /** Who goes back to an earlier directory wants to see what follows from that one. */
    private void goBackToAnEarlierDirectory() throws Exception {
        Path first = directory.resolve("services.csv");
        String services = Files.readString(first);
        for (String[] step : new String[][] {
            {services.replace("-105.09,43.51", "-105.07,43.52"), "2026-06-30.1-2"}, {services, "2026-06-30.1-3"}
        }) {
            Files.writeString(first, step[0]);
            assertThat(atlas("load", "providers", first.toString(), "--yes").exitCode())
                    .isZero();
            assertThat(atlas("gap", "run").out()).contains(step[1] + " is published");
            assertThat(atlas("gap", "run").out()).contains(step[1] + " was made of this very input: nothing changed");
        }
        assertThat(atlas("gap", "site", "--category", "food", "--mode", "transit")
                        .err())
                .contains("no feed of public transport is loaded");
        nameWhoDrewTheStreets();
        Path feed = new GtfsFeed().write(directory.resolve("buses.zip"));
        assertThat(atlas("load", "transit", feed.toString()).exitCode()).isZero();
        assertThat(atlas("gap", "run").out()).contains("2026-06-30.1-4 is published", "transit: ways: streets");
        assertThat(atlas("gap", "site", "--category", "food", "--mode", "transit")
                        .out())
                .contains("food, transit along streets", "1: in ");
        try (WebApp app = WebApp.start(ConfigLoader.load(environment), 0)) {
            assertThat(get(app, "/ogc/collections/gaps-walk-by-city/items").body())
                    .contains("2026-06-30.1-4");
            assertThatTransitIsServedAndComputedAgain(app);
            assertThatWhoeverIsToBeNamedIsNamed(app);
        }
    }

    /** As a load of OpenStreetMap's streets does. */
    private void nameWhoDrewTheStreets() throws Exception {
        DATABASE.query(
                Role.STEWARD,
                "insert into address.credit (kind, source, words) select distinct kind, source, '%s' from (select 'segment' kind,"
                                .formatted(DRAWN_BY)
                        + " source from address.segment) streets on conflict (kind, source) do update set words = excluded.words"
                        + " returning words");
    }

    /** On everything that is made of their streets and timetables, in whatever form it is taken along. */
    private static void assertThatWhoeverIsToBeNamedIsNamed(WebApp app) throws Exception {
        String credits = DRAWN_BY + "; Small Buses";
        for (String language : List.of("en", "es")) {
            String lang = "?lang=" + language;
            for (String path : List.of("/areas/beat/08", "/assessment")) {
                assertThat(HtmlPage.parse(get(app, path + lang).body())
                                .document()
                                .getDocumentElement()
                                .getTextContent())
                        .as(path + lang)
                        .contains(credits);
            }
            for (String path : List.of("/areas/beat/08/brief.pdf", "/assessment.pdf")) {
                assertThat(pdfText(app, path + lang)).as(path + lang).contains(credits);
            }
            assertThat(workbookText(app, "/assessment.xlsx" + lang)).contains(credits);
        }
        assertThat(pdfText(app, "/areas/beat/08/brief.pdf?lang=en"))
                .as("the map and, on its back, the gaps")
                .contains("Streets on the map: " + DRAWN_BY, "Made with data of: " + credits, "On foot")
                .contains("By public transport");
        assertThat(JSON.readTree(get(app, "/gaps/2026-06-30.1-4/what-if?category=food")
                                .body())
                        .get("credits"))
                .extracting(JsonNode::asText)
                .containsExactly(DRAWN_BY, "Small Buses");
        assertThat(get(app, "/ogc/collections/gaps-walk-by-beat").body()).contains("Made of: " + credits);
    }

    /** Another measure is another run, which is told and computed again as itself. */
    private void chooseAnotherMeasureOfAccess() throws Exception {
        environment.put("ATLAS_GAP_ACCESS", "balanced");
        environment.put("ATLAS_GAP_TIMES", "Sa10:00");
        assertThat(atlas("gap", "run").out()).contains("2026-06-30.1-5 is published");
        assertThat(atlas("gap", "run").out()).contains("nothing changed");
        try (WebApp app = WebApp.start(ConfigLoader.load(environment), 0)) {
            assertThat(get(app, "/ogc/collections/gaps-walk-by-beat").body()).contains("even share (BFCA)");
            assertThat(get(app, "/assessment?lang=en").body())
                    .contains("Paez, Higgins and Vivona 2019", "Saturday 10:00")
                    .doesNotContain("Monday 10:00");
            Cli verified = atlas("gap", "verify", "http://127.0.0.1:" + app.port() + "/gaps/2026-06-30.1-5");
            assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
        }
    }

    /** The way of getting about goes with its last feed; a run that was made with it is still computed again. */
    private void takeTheFeedAway() throws Exception {
        assertThat(atlas("transit", "remove", "buses", "--yes").out()).contains("is removed");
        assertThat(atlas("transit", "list").out()).contains("no feed of public transport is loaded");
        Cli run = atlas("gap", "run");
        assertThat(run.out()).contains("2026-06-30.1-6 is published").doesNotContain("transit");
        assertThat(atlas("gap", "site", "--category", "food", "--mode", "transit")
                        .err())
                .contains("no feed of public transport is loaded");
        try (WebApp app = WebApp.start(ConfigLoader.load(environment), 0)) {
            assertThat(get(app, "/api/map").body())
                    .contains("gaps-walk-by-sector")
                    .doesNotContain("gaps-transit");
            assertThat(get(app, "/gaps/2026-06-30.1-6/times.csv").body()).doesNotContain("transit");
            Cli verified = atlas("gap", "verify", "http://127.0.0.1:" + app.port() + "/gaps/2026-06-30.1-5");
            assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
        }
    }

    /** A third way of getting about, once a feed is loaded; whoever checks the run needs no feed. */
    private void assertThatTransitIsServedAndComputedAgain(WebApp app) throws Exception {
        assertThat(get(app, "/ogc/collections/gaps-transit-by-beat/items?limit=100")
                        .body())
                .contains("\"numberMatched\":12");
        assertThat(get(app, "/ogc/collections/gaps-transit-by-beat").body()).contains("Small Buses.");
        String run = "/gaps/2026-06-30.1-4";
        assertThat(get(app, run + "/gap.json").body())
                .contains("\"day\" : \"2026-06-29\"", "\"boarding_slack_s\" : 60", "\"publisher\" : \"Small Buses\"");
        assertThat(get(app, run + "/transit-calls.csv").body()).contains("3,buses:A,31800,31800,1,0");
        Cli verified = atlas("gap", "verify", "http://127.0.0.1:" + app.port() + run);
        assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
    }

    @Test
    void newSitesAreFoundSideBySideAndWritten() throws Exception {
        load();
        Path file = directory.resolve("sites.geojson");
        Cli site = atlas("gap", "site", "--category", "food", "--sites", "2", "--out", file.toString());
        assertThat(site.exitCode()).as(site.err()).isZero();
        assertThat(site.out())
                .contains(
                        "food, walk along streets", "\n1: in ", "\n2: in ", "people-equivalents in ", "none is better");
        assertThat(Files.readString(file)).contains("\"sites\" : 2", "\"moved_low\" : ", "\"proven\" : true");

        assertThat(atlas("gap", "site", "--category", "food", "--out", file.toString())
                        .err())
                .contains("is there already");
        assertThat(atlas("gap", "site", "--category", "fod").err()).contains("nobody is known to need 'fod'", "food");
        assertThat(atlas("gap", "site", "--category", "food", "--sites", "0").err())
                .contains("from 1 to 20, not 0");
        assertThat(atlas("gap", "site", "--category", "food", "--minutes", "90").err())
                .contains("from 1 to 60, not 90");
        assertThat(atlas("gap", "site", "--category", "food", "--aim", "center", "--mode", "drive")
                        .out())
                .contains("food, drive along streets", "1: in ");

        publishedPlansAreALayerUntilTheyAreWithdrawn();
        placesThatSomebodyNamesAreTakenOrRefusedByTheirRow();

        // A share that nothing is done with would be a number that somebody thinks was counted.
        for (String wrong : List.of("mental_helth", "food", "community_supervision")) {
            environment.put("ATLAS_GAP_PREVALENCE", wrong + " 0.37 somebody's finding");
            assertThat(atlas("gap", "run").err()).contains("gap.prevalence names", ": " + wrong);
        }
    }

    private void publishedPlansAreALayerUntilTheyAreWithdrawn() throws Exception {
        String plan = "2026-06-30.1-food-walk-cover-15-directory";
        for (int time = 0; time < 2; time++) {
            assertThat(atlas("gap", "site", "--category", "food", "--candidates", "directory", "--publish")
                            .out())
                    .contains("1: Clinic in ", "plan " + plan + " is published");
        }
        assertThat(atlas("gap", "plans").out()).isEqualTo(plan + "\n");
        try (WebApp app = WebApp.start(ConfigLoader.load(environment), 0)) {
            assertThat(get(app, "/ogc/collections/planned-sites/items").body())
                    .contains("\"numberMatched\":1", plan + "-1-1", "\"name\":\"Clinic\"", "\"moved_high\":");
            assertThat(get(app, "/layers/planned-sites.csv").body()).contains(plan);
            assertThat(get(app, "/layers?f=html").body()).contains("Where new sites would help most");
        }
        assertThat(atlas("gap", "plans", "--withdraw", plan).out()).contains("is withdrawn");
        assertThat(atlas("gap", "plans", "--withdraw", plan).err()).contains("there is no plan '" + plan);
        assertThat(atlas("gap", "plans").out()).contains("no plan is published");
    }

    private void placesThatSomebodyNamesAreTakenOrRefusedByTheirRow() throws IOException {
        Path libraries = directory.resolve("libraries.csv");
        String good = "name,lon,lat\nNorth Library,-105.08,43.52\nSouth Library,-105.07,43.51\n";
        Files.writeString(libraries, good);
        assertThat(atlas("gap", "site", "--category", "food", "--candidates", libraries.toString())
                        .out())
                .containsPattern("1: (North|South) Library in ");
        assertThat(atlas("gap", "site", "--category", "food", "--candidates", libraries.toString(), "--capacity", "40")
                        .err())
                .contains("only 0 of 1 sites of 'food' state for how many people they are");
        Files.writeString(libraries, good + "West Library,,\n");
        assertThat(atlas("gap", "site", "--category", "food", "--candidates", libraries.toString())
                        .err())
                .contains("row 3", "coordinates_missing", "1 of 3 rows");
        Files.writeString(libraries, good + "Far Library,-104.5,43.51\n");
        assertThat(atlas("gap", "site", "--category", "food", "--candidates", libraries.toString())
                        .err())
                .contains("'Far Library'", "more than 10 km");
    }

    @Test
    void badInputIsSaid() throws Exception {
        environment = DATABASE.environment(SmallCity.config(directory));
        assertThat(atlas("gap", "run", "--release", "2026-01-01.1").err()).contains("there is no release 2026-01-01.1");
        assertThat(atlas("gap").exitCode()).isEqualTo(2);
        Map<String, String> wrong = new HashMap<>(environment);
        wrong.put("ATLAS_GAP_PREVALENCE", "mental_health often");
        assertThat(Cli.run(wrong, "gap", "run").err()).contains("gap.prevalence", "a share from 0 to 1");
        wrong.put("ATLAS_GAP_ACCESS", "4sfca");
        wrong.put("ATLAS_GAP_TIMES", "Mo10:00; noon");
        assertThat(Cli.run(wrong, "gap", "run").err())
                .contains("gap.access = '4sfca': must be one of: e2sfca, 2sfca, 3sfca, balanced")
                .contains("gap.times = ", "and 'noon' is none");
        wrong.put("ATLAS_GAP_TIMES", "Mo10:00;Mo10:00");
        assertThat(Cli.run(wrong, "gap", "run").err()).contains("names a time twice");
    }
}
