package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.identity.AccessMatrix;
import org.reentryatlas.identity.Role;
import org.reentryatlas.support.Canary;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.Logs;
import org.reentryatlas.support.SmallCity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing that only a caseload holds comes out anywhere: every field of every row is marked, and every answer to everybody and to each
 * role, every file, every table but the restricted ones, the log and what commands say is searched for the marks.
 */
class CanaryTest {
    private static final Canary CANARY = new Canary("cnry7q");

    /** Before the city, so that it hears all of it. */
    private static final Logs LOGS = Logs.ofAll();

    @RegisterExtension
    static final ServedCity CITY = ServedCity.of("canary", CANARY::mark);

    private static final AccessMatrix MATRIX = AccessMatrix.load();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern LINK =
            Pattern.compile("(?:\\b(?:href|src)=|\"(?:href|url|downloadURL|accessURL)\": ?)\"([^\"<>\\s{]+)\"");
    private static final int MOST_ANSWERS = 2_500;

    @TempDir
    static Path directory;

    private static final Map<Role, Staff> STAFF = new LinkedHashMap<>();
    private static String planId = "";

    @BeforeAll
    static void workWithIt() throws Exception {
        for (Role role : Role.values()) {
            STAFF.put(
                    role,
                    Staff.signIn(CITY, "canary " + role.code(), role.code(), role.isOfAgency() ? "supervision" : ""));
        }
        planId = Staff.body(planner().post("/outreach/plans", """
                        {"kind": "tour", "area": "01", "starts": "2027-05-11T16:00", "ends": "2027-05-11T18:00",
                         "supervisionOfficer": "S-1", "purpose": "routine_contact"}"""), 201)
                .get("id")
                .asText();
        String insert =
                "insert into outcome.tour_count (plan_id, day, contacted, not_home, moved, bad_address, account_id)"
                        + " select '" + planId + "', '2026-02-07', 31, 11, 10, 0, id from identity.account"
                        + " where name = 'canary planner'";
        CITY.database().asAdmin(insert);
        assertThat(say("outcomes", "publish").exitCode()).isZero();
    }

    @AfterAll
    static void close() {
        LOGS.close();
    }

    private static Staff planner() {
        return requireNonNull(STAFF.get(Role.PLANNER));
    }

    private static Cli say(String... command) {
        return Cli.run(CITY.environment(), command);
    }

    private static String path(String route) {
        return EveryAnswerTest.path(route.replace("{planId}", planId));
    }

    private static HttpResponse<byte[]> get(@Nullable Role role, String path, String accept) throws Exception {
        Staff staff = role == null ? null : STAFF.get(role);
        HttpRequest.Builder request = staff == null ? HttpRequest.newBuilder(CITY.uri(path)) : staff.request(path);
        // What is packed is unpacked by the search.
        return CLIENT.send(
                request.header("Accept", accept)
                        .header("Accept-Encoding", "gzip, br")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static List<String> findings(Canary canary, String where, HttpResponse<byte[]> answer) {
        assertThat(answer.headers().firstValue("Content-Encoding").orElse(""))
                .as("%s: what the search unpacks", where)
                .isIn("", "gzip");
        List<String> found = canary.findings(where, answer.body());
        found.addAll(
                canary.findings(where + " headers", answer.headers().toString().getBytes(StandardCharsets.UTF_8)));
        return found;
    }

    @Test
    void noRouteTellsAnybodyAnything() throws Exception {
        List<String> found = new ArrayList<>();
        List<@Nullable Role> roles = new ArrayList<>(List.of(Role.values()));
        roles.add(null);
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (String route : MATRIX.routes()) {
            if (route.startsWith("GET ")) {
                for (Role role : roles) {
                    for (String accept : List.of("application/json", "text/html")) {
                        HttpResponse<byte[]> answer = get(role, path(route), accept);
                        statuses.merge(answer.statusCode(), 1, Integer::sum);
                        found.addAll(findings(CANARY, role + " " + route, answer));
                    }
                }
            }
        }
        assertThat(found).isEmpty();
        assertThat(statuses).containsKeys(200, 400, 401, 403, 404);
        assertThat(statuses.get(200)).isGreaterThan(300);
    }

    /** From every route on along all links: pages, items, downloads in every format, files of releases and of runs, the ledger, catalogues. */
    @Test
    void noAnswerThatALinkLeadsToHoldsAnything() throws Exception {
        Deque<String> waiting = new ArrayDeque<>();
        MATRIX.routes().stream()
                .filter(route -> route.startsWith("GET "))
                .map(CanaryTest::path)
                .forEach(waiting::add);
        CITY.json("/ogc/collections").get("collections").forEach(collection -> {
            String items = "/ogc/collections/" + collection.get("id").asText() + "/items?limit=10000";
            waiting.addAll(List.of(
                    items, items + "&f=html", items + "&f=json&crs=http://www.opengis.net/def/crs/EPSG/0/3857"));
        });
        addTiles(waiting);
        Set<String> seen = new LinkedHashSet<>(waiting);
        List<String> found = new ArrayList<>();
        Set<String> types = new LinkedHashSet<>();
        int asked = 0;
        while (!waiting.isEmpty() && asked < MOST_ANSWERS) {
            String path = waiting.poll();
            asked++;
            HttpResponse<byte[]> answer = get(null, path, "*/*");
            assertThat(answer.statusCode()).as(path).isLessThan(500);
            found.addAll(findings(CANARY, path, answer));
            String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
            types.add(type);
            if (type.matches(".*(html|json)")) {
                byte[] body = answer.headers()
                                .firstValue("Content-Encoding")
                                .orElse("")
                                .equals("gzip")
                        ? new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes()
                        : answer.body();
                links(path, new String(body, StandardCharsets.UTF_8)).stream()
                        .filter(seen::add)
                        .forEach(waiting::add);
            }
        }
        System.out.println("canary: " + asked + " answers, " + waiting.size() + " not asked for, of types " + types);
        assertThat(found).isEmpty();
        assertThat(asked).isGreaterThan(700);
        assertThat(types)
                .contains(
                        "application/pdf",
                        "application/zip",
                        "application/geopackage+sqlite3",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "application/vnd.mapbox-vector-tile",
                        "text/csv",
                        "text/html",
                        "image/png");
    }

    /** Around the city, from where it is a dot to where a beat is larger than a tile. */
    private static void addTiles(Deque<String> waiting) {
        for (int z = 8; z <= 14; z += 2) {
            double number = Math.pow(2, z);
            int col = (int) ((-105.09 + 180) / 360 * number);
            double lat = Math.toRadians(43.505);
            int row = (int) ((1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2 * number);
            for (int more = 0; more < 2; more++) {
                waiting.add("/ogc/tiles/WebMercatorQuad/%d/%d/%d".formatted(z, row, col + more));
                for (String layer : List.of("people-by-beat", "people-by-tract", "people-by-hex_8", "services")) {
                    waiting.add(
                            "/ogc/collections/%s/tiles/WebMercatorQuad/%d/%d/%d".formatted(layer, z, row, col + more));
                }
                waiting.add("/tiles/base/v/light/%d/%d/%d.png".formatted(z, col + more, row));
            }
        }
    }

    /** Maps and briefs keep a processor busy, and are made alike of all areas. */
    private static boolean isWorthIt(String path) {
        return !path.matches(".*/(map[.]png|brief[.]pdf)") || path.matches("/areas/(beat|city)/(01|07|[a-z]+)/.*");
    }

    private static List<String> links(String from, String text) {
        List<String> links = new ArrayList<>();
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            try {
                URI to = CITY.uri(from)
                        .resolve(link.group(1).replace("&amp;", "&").replace("\\/", "/"));
                // Of all pages of one list the first ones will do, and a language is the same page again.
                if (to.getPort() == CITY.app().port()
                        && !to.toString().contains("offset=")
                        && isWorthIt(to.getPath())) {
                    links.add(to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery()));
                }
            } catch (IllegalArgumentException e) {
                // A template of an address, in a text that tells of it.
            }
        }
        return links;
    }

    @Test
    void noCommandSaysAnythingNeitherOfAFileThatIsRefused() throws Exception {
        List<String> caseload = Files.readAllLines(SmallCity.caseload(directory, "good.csv", 3));
        Canary other = new Canary("othr7q");
        List<String> marked = other.mark(caseload);
        List<String> broken = new ArrayList<>();
        broken.add(marked.get(0));
        for (int column : new int[] {1, 5, 6, 8, 9, 11, 12}) {
            String[] fields = marked.get(1).split(",", -1);
            fields[0] += column;
            fields[column] = "othr7qbad" + column;
            broken.add(String.join(",", fields));
        }
        Path refused = Files.write(directory.resolve("refused.csv"), broken);
        Path report = directory.resolve("report.html");
        List<Cli> said = List.of(
                say("load", "caseload", refused.toString(), "--as-of", "2026-07-31"),
                say("load", "caseload", refused.toString(), "--as-of", "2026-07-31", "--skip-rejected"),
                say("release", "--as-of", "2026-06-30"),
                say("report", "2026-06-30.1", "--out", report.toString()),
                say("verify", "--proofs"),
                say("verify", "audit"),
                say("gap", "run"),
                say("purge"),
                say("outcomes", "list"),
                say("agreements", "list"),
                say("accounts", "list"),
                say("audit", "list", "--csv"),
                say("config"));
        assertThat(said.get(0).exitCode()).isEqualTo(2);
        assertThat(said.get(0).err()).contains("row");
        List<String> found = new ArrayList<>();
        List<String> all = new ArrayList<>(ServedCity.said());
        said.forEach(run -> all.add(run.out() + run.err()));
        all.add(Files.readString(report));
        for (String text : all) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            String beginning = text.substring(0, Math.min(80, text.length()));
            found.addAll(CANARY.findings(beginning, bytes));
            found.addAll(other.findings(beginning, bytes));
        }
        assertThat(found).isEmpty();
        assertThat(LOGS.events()).hasSizeGreaterThan(5);
        String log = String.join("\n", LOGS.events().stream().map(Logs::text).toList());
        assertThat(CANARY.findings("log", log.getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(other.findings("log", log.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    /** What no route shows now, one could show tomorrow: what is nobody's business lies in the restricted schema alone. */
    @Test
    void noTableButTheRestrictedOnesHoldsAnything() throws Exception {
        List<String> found = new ArrayList<>();
        int inside = 0;
        List<String> tables = CITY.database()
                .readAsAdmin(
                        "select table_schema || '.' || table_name from information_schema.tables"
                                + " where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')");
        for (String table : tables) {
            String rows = String.join("\n", CITY.database().readAsAdmin("select t::text from " + table + " t"));
            List<String> here = CANARY.findings(table, rows.getBytes(StandardCharsets.UTF_8));
            if (table.startsWith("supervision.")) {
                inside += here.size();
            } else {
                found.addAll(here);
            }
        }
        assertThat(found).isEmpty();
        assertThat(inside).as("it is there, and found").isGreaterThan(2);
        assertThat(tables).hasSizeGreaterThan(30);
    }

    /** The same search finds a mark that is there: one that a planner wrote, in an answer of the server. */
    @Test
    void aMarkInAnAnswerIsFound() throws Exception {
        Canary planted = new Canary("plnt7q");
        Staff.body(planner().post("/outreach/plans", """
                {"kind": "gathering", "title": "PLNT7Q", "starts": "2027-08-04T10:00", "ends": "2027-08-04T11:00"}"""), 201);
        String path = "/outreach/plans?from=2027-08-01&to=2027-08-08";
        assertThat(findings(planted, path, get(Role.PLANNER, path, "application/json")))
                .isNotEmpty();
        assertThat(findings(planted, path, get(null, path, "application/json"))).isEmpty();
    }

    /** And in every form in which bytes could carry one. */
    @Test
    void aMarkIsFoundHoweverItIsWritten() throws Exception {
        Canary canary = new Canary("plnt7q");
        String row = canary.mark(List.of(SmallCity.CASELOAD_HEADER, SmallCity.row("P1", 1, 5, "food")))
                .get(1);
        String[] fields = row.split(",", -1);
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (String mark : List.of("xplnt7qx", "xPLNT7Qx")) {
            byte[] bytes = mark.getBytes(StandardCharsets.US_ASCII);
            all.put(mark, bytes);
            all.put("utf-16 " + mark, mark.getBytes(StandardCharsets.UTF_16LE));
            all.put("utf-16be " + mark, mark.getBytes(StandardCharsets.UTF_16BE));
            all.put(
                    "hex " + mark,
                    HexFormat.of().withUpperCase().formatHex(bytes).getBytes(StandardCharsets.US_ASCII));
            for (int before = 0; before < 3; before++) {
                all.put(
                        "base64 " + before + mark,
                        Base64.getEncoder().encode(("a".repeat(before) + mark).getBytes(StandardCharsets.US_ASCII)));
            }
        }
        all.put("house", ("at " + fields[2].split(" ", 2)[0]).getBytes(StandardCharsets.US_ASCII));
        all.put("day", fields[11].getBytes(StandardCharsets.US_ASCII));
        all.put(
                "position",
                "[%s,%s]"
                        .formatted(fields[5].substring(0, 11), fields[6].substring(0, 9))
                        .getBytes(StandardCharsets.US_ASCII));
        all.put(
                "double",
                ByteBuffer.allocate(11)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putDouble(3, Double.parseDouble(fields[5]))
                        .array());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("a plnt7q".repeat(9).getBytes(StandardCharsets.US_ASCII));
        }
        all.put("gzip", packed.toByteArray());
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("a"));
            zip.write(packed.toByteArray());
        }
        all.put("zip", zipped.toByteArray());
        all.forEach((name, bytes) ->
                assertThat(canary.findings(name, bytes)).as(name).isNotEmpty());
        assertThat(canary.findings(
                        "other",
                        row.replace("plnt7q", "a").replaceAll("[0-9]", "1").getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
    }

    /** What people are asked about on the map is answered of areas. */
    @Test
    void theSearchForAnAddressTellsNothing() throws Exception {
        HttpResponse<byte[]> answer = CLIENT.send(
                HttpRequest.newBuilder(CITY.uri("/api/locate"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"address\": \"1210 Heron Street NW\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(findings(CANARY, "locate", answer)).isEmpty();
        JsonNode next = CITY.json("/outreach/outcomes");
        assertThat(next.get("quarters")).isNotEmpty();
    }
}
