package org.reentryatlas.app;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.boundary.Level;
import org.reentryatlas.db.Role;
import org.reentryatlas.export.Publisher;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.geo.CrsException;
import org.reentryatlas.http.Proxies;
import org.reentryatlas.protect.Policy;

/**
 * Reads the configuration: environment variables first, then the file that {@code ATLAS_CONFIG} names or {@code
 * atlas.yaml} in the working directory, then the fallbacks. Every fault is found before any is reported.
 */
final class ConfigLoader {
    /** The variable that names the file. */
    static final String FILE_VARIABLE = "ATLAS_CONFIG";

    private static final String LIST_SEPARATOR = ";";
    private static final Map<String, Setting> SETTINGS = settings();

    private final Map<String, String> environment;
    private final Map<String, String> fileValues = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Path file;

    private ConfigLoader(Map<String, String> environment) {
        this.environment = environment;
        this.file = Path.of(environment.getOrDefault(FILE_VARIABLE, "atlas.yaml"));
    }

    private static Map<String, Setting> settings() {
        Map<String, Setting> settings = new LinkedHashMap<>();
        List<Setting> all = new ArrayList<>(List.of(
                new Setting("jurisdiction.name", null, false, "the name of the jurisdiction, as its map is titled"),
                new Setting("jurisdiction.timeZone", "America/New_York", false, "time zone, such as America/New_York"),
                new Setting("jurisdiction.workingCrs", null, false, "projected system in metres, such as EPSG:26985"),
                new Setting("jurisdiction.margin", "2000", false, "metres outside the areas that a residence may lie"),
                new Setting("retention.rawDays", "90", false, "days that raw addresses may be kept after a load")));
        for (Level level : Level.values()) {
            String word = word(level);
            String many = word.equals("city") ? "cities" : word + "s";
            all.add(new Setting("words." + level.code(), word, false, "what people call a " + word));
            all.add(new Setting("words." + level.code() + "s", many, false, "what people call several"));
        }
        all.add(new Setting(
                "directory.verifyDays", "365", false, "days after which a service is to be verified again"));
        all.addAll(List.of(
                new Setting("publisher.name", null, false, "who publishes; the jurisdiction's name otherwise"),
                new Setting("publisher.contact", null, false, "address for questions about what is published"),
                new Setting("publisher.licence", null, false, "address of the licence of what is published"),
                new Setting("publisher.sources", null, false, "agencies the numbers come from; several, or one;two")));
        all.addAll(List.of(
                new Setting("protection.k", "11", false, "smallest count that is ever shown; 11 or more"),
                new Setting("protection.roundingBase", "5", false, "shown counts are multiples of this"),
                new Setting("protection.minAddresses", "3", false, "fewest addresses behind a shown count"),
                new Setting("db.url", null, false, "JDBC URL without credentials"),
                new Setting("db.connections", "8", false, "most connections to the database at a time; 2 or more")));
        for (Role role : Role.values()) {
            all.add(new Setting(
                    "db." + role.name().toLowerCase(Locale.ROOT) + "Password",
                    null,
                    true,
                    "password of " + role.user()));
        }
        all.addAll(List.of(
                new Setting("server.host", "127.0.0.1", false, "address to listen on"),
                new Setting("server.port", "8080", false, "port to listen on"),
                new Setting("server.pageSize", "10000", false, "most features in one answer"),
                new Setting(
                        "server.publicUrl", null, false, "what links begin with, such as https://atlas.example.org"),
                new Setting("server.trustedProxies", null, false, "addresses or ranges of proxies that are believed"),
                new Setting("server.concurrentRequests", "64", false, "most requests in work; as many again wait"),
                new Setting("server.requestsPerSecond", "50", false, "of one client in the long run; 0 is no limit"),
                new Setting("server.burst", "500", false, "most requests of one client at once")));
        all.forEach(setting -> settings.put(setting.path(), setting));
        return settings;
    }

    private static String word(Level level) {
        return switch (level) {
            case HEX_8 -> "small hexagon";
            case HEX_7 -> "medium hexagon";
            case HEX_6 -> "large hexagon";
            default -> level.code().replace('_', ' ');
        };
    }

    /**
     * Reads and validates.
     *
     * @throws ConfigException with every fault
     */
    static Config load(Map<String, String> environment) {
        return new ConfigLoader(environment).load();
    }

    /** The effective value of every setting with its meaning, secrets masked, as YAML with comments. */
    static String describe(Map<String, String> environment) {
        ConfigLoader loader = new ConfigLoader(environment);
        loader.readFile();
        StringBuilder text = new StringBuilder();
        for (Setting setting : SETTINGS.values()) {
            String value = loader.text(setting.path());
            String printed = value == null ? "(not set)" : setting.secret() ? "***" : value;
            text.append("%-28s %-24s # %s; %s%n"
                    .formatted(setting.path() + ":", printed, setting.meaning(), setting.variable()));
        }
        return text.toString();
    }

    private Config load() {
        readFile();
        Crs workingCrs = crs("jurisdiction.workingCrs");
        String name = required("jurisdiction.name");
        ZoneId zone = zone("jurisdiction.timeZone");
        double margin = whole("jurisdiction.margin", 0, 100_000);
        int rawDays = whole("retention.rawDays", 0, 3_650);
        Policy policy = policy();
        Config.Database database = new Config.Database(text("db.url"), passwords(), whole("db.connections", 2, 100));
        Config.Server server = server();
        int verifyDays = whole("directory.verifyDays", 1, 3_650);
        Publisher publisher = publisher(name);
        if (!faults.isEmpty()) {
            throw new ConfigException(faults);
        }
        return new Config(
                new Config.Jurisdiction(name, zone, workingCrs, words()),
                policy,
                database,
                server,
                margin,
                rawDays,
                verifyDays,
                publisher);
    }

    private void readFile() {
        if (!Files.exists(file)) {
            if (environment.containsKey(FILE_VARIABLE)) {
                faults.add(FILE_VARIABLE + ": there is no file " + file);
            }
            return;
        }
        try {
            flatten("", new YAMLMapper().readTree(Files.readString(file)));
        } catch (JacksonException e) {
            faults.add(file + ": is not YAML: " + e.getOriginalMessage());
        } catch (IOException e) {
            faults.add(file + ": cannot be read: " + e.getMessage());
        }
    }

    private void flatten(String prefix, JsonNode node) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String path = prefix + entry.getKey();
            if (entry.getValue().isObject()) {
                flatten(path + ".", entry.getValue());
            } else if (!SETTINGS.containsKey(path)) {
                faults.add(file + ": there is no setting '" + path + "'");
            } else {
                fileValues.put(path, text(entry.getValue()));
            }
        }
    }

    /** A list as an environment variable would have it. */
    private static String text(JsonNode node) {
        return node.isArray()
                ? node.valueStream().map(JsonNode::asText).collect(Collectors.joining(LIST_SEPARATOR))
                : node.asText();
    }

    private @Nullable String text(String path) {
        Setting setting = setting(path);
        String value = environment.get(setting.variable());
        if (value == null || value.isBlank()) {
            value = fileValues.get(path);
        }
        return value == null || value.isBlank() ? setting.fallback() : value.strip();
    }

    private static Setting setting(String path) {
        Setting setting = SETTINGS.get(path);
        if (setting == null) {
            throw new IllegalArgumentException("no setting " + path);
        }
        return setting;
    }

    private String required(String path) {
        return read(path, "", Function.identity());
    }

    private int whole(String path, int least, int most) {
        return read(path, least, text -> {
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Falls through to the one fault below.
            }
            throw new IllegalArgumentException("must be a whole number from " + least + " to " + most);
        });
    }

    private ZoneId zone(String path) {
        return read(path, ZoneId.of("UTC"), text -> {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("is not a time zone", e);
            }
        });
    }

    private Crs crs(String path) {
        return read(path, Crs.WGS84, text -> {
            try {
                Crs crs = Crs.of(text);
                if (crs.isGeographic()) {
                    throw new IllegalArgumentException("must be a projected system, in which metres can be measured");
                }
                if (!crs.isInMetres()) {
                    throw new IllegalArgumentException(
                            "must be a system whose unit is the metre, and that of this one is %s"
                                    .formatted(crs.unit()));
                }
                return crs;
            } catch (CrsException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        });
    }

    private Policy policy() {
        int k = whole("protection.k", Policy.SMALLEST_K, 1_000);
        return new Policy(
                k, whole("protection.roundingBase", 1, Policy.SMALLEST_K), whole("protection.minAddresses", 3, 1_000));
    }

    private Config.Server server() {
        return new Config.Server(
                required("server.host"),
                whole("server.port", 0, 65_535),
                whole("server.pageSize", 1, 10_000),
                proxies(text("server.publicUrl") == null ? null : read("server.publicUrl", "", ConfigLoader::origin)),
                whole("server.concurrentRequests", 1, 10_000),
                whole("server.requestsPerSecond", 0, 100_000),
                whole("server.burst", 1, 1_000_000));
    }

    private static String origin(String text) {
        URI url = URI.create(text);
        boolean isOrigin = ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
                && url.getHost() != null
                && text.equals(url.getScheme() + "://" + url.getAuthority())
                && url.getUserInfo() == null;
        if (!isOrigin) {
            throw new IllegalArgumentException(
                    "must be scheme, host and port alone, such as https://atlas.example.org");
        }
        return text;
    }

    private Proxies proxies(@Nullable String publicUrl) {
        Proxies none = new Proxies(List.of(), publicUrl);
        return text("server.trustedProxies") == null
                ? none
                : read(
                        "server.trustedProxies",
                        none,
                        text -> new Proxies(List.of(text.split("\\s*[,;]\\s*")), publicUrl));
    }

    private Publisher publisher(String jurisdiction) {
        String name = text("publisher.name");
        String sources = text("publisher.sources");
        return new Publisher(
                name == null ? jurisdiction : name,
                text("publisher.contact"),
                licence(),
                sources == null
                        ? List.of()
                        : Stream.of(sources.split(LIST_SEPARATOR, -1))
                                .map(String::strip)
                                .filter(source -> !source.isEmpty())
                                .toList());
    }

    private @Nullable String licence() {
        return text("publisher.licence") == null
                ? null
                : read("publisher.licence", "", text -> {
                    if (!text.matches("https?://\\S+")) {
                        throw new IllegalArgumentException("must be an address that begins with https://");
                    }
                    return text;
                });
    }

    private Map<Role, String> passwords() {
        Map<Role, String> passwords = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            String password = text("db." + role.name().toLowerCase(Locale.ROOT) + "Password");
            if (password != null) {
                passwords.put(role, password);
            }
        }
        return passwords;
    }

    private Map<Level, Config.Words> words() {
        Map<Level, Config.Words> words = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            words.put(
                    level,
                    new Config.Words(required("words." + level.code()), required("words." + level.code() + "s")));
        }
        return words;
    }

    /** The value as the parser reads it; a fault is noted and the stand-in goes on so that further faults are found. */
    private <T> T read(String path, T standIn, Function<String, T> parser) {
        String text = text(path);
        Setting setting = setting(path);
        if (text == null) {
            faults.add("%s is not set: %s; write it in %s (or the file that %s names), or set %s"
                    .formatted(path, setting.meaning(), file, FILE_VARIABLE, setting.variable()));
            return standIn;
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            faults.add("%s = '%s': %s (set it in %s or by %s)"
                    .formatted(path, setting.secret() ? "***" : text, e.getMessage(), file, setting.variable()));
            return standIn;
        }
    }
}
