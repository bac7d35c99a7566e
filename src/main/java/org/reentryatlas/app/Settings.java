package org.reentryatlas.app;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.boundary.Level;
import org.reentryatlas.db.Role;
import org.reentryatlas.http.PrivateFile;

/**
 * The settings there are, and what they are set to: by environment variables first, then by the file that {@code
 * ATLAS_CONFIG} names or {@code atlas.yaml} in the working directory, then by the fallbacks. It gathers what is wrong.
 */
final class Settings {
    /** The variable that names the file. */
    static final String FILE_VARIABLE = "ATLAS_CONFIG";

    /** Between the values of a list; names of agencies hold commas. */
    static final String LIST_SEPARATOR = ";";

    /** What a secret may be read from instead is called like it, with this behind. */
    private static final String FILE = "File";

    private static final Map<String, Setting> SETTINGS = all();

    private final Map<String, String> environment;
    private final Map<String, String> fileValues = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Path file;

    /** Reads the file, if there is one. */
    Settings(Map<String, String> environment) {
        this.environment = environment;
        this.file = Path.of(environment.getOrDefault(FILE_VARIABLE, "atlas.yaml"));
        readFile();
    }

    private static Map<String, Setting> all() {
        Map<String, Setting> settings = new LinkedHashMap<>();
        List<Setting> all = new ArrayList<>(List.of(
                new Setting("jurisdiction.name", null, false, "the name of the jurisdiction, as its map is titled"),
                new Setting("jurisdiction.timeZone", "America/New_York", false, "time zone, such as America/New_York"),
                new Setting("jurisdiction.workingCrs", null, false, "projected system in metres, such as EPSG:26985"),
                new Setting("jurisdiction.margin", "2000", false, "metres outside the areas that a residence may lie"),
                new Setting("jurisdiction.holidays", "us", false, "holidays without tours: us, us-dc, or none"),
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
                new Setting("brief.paper", "letter", false, "the paper of printed briefs: letter or a4"),
                new Setting("publisher.name", null, false, "who publishes; the jurisdiction's name otherwise"),
                new Setting("publisher.contact", null, false, "address for questions about what is published"),
                new Setting("publisher.licence", null, false, "address of the licence of what is published"),
                new Setting("publisher.sources", null, false, "agencies the numbers come from; several, or one;two")));
        all.addAll(List.of(
                new Setting("map.attribution", null, false, "who is named for the base map; the publisher otherwise"),
                new Setting("map.tiles.url", null, false, "tiles of another host, as https://host/{z}/{x}/{y}.png"),
                new Setting("map.tiles.attribution", null, false, "what the terms of these tiles ask to be shown")));
        all.addAll(List.of(
                new Setting("protection.k", "11", false, "smallest count that is ever shown; 11 or more"),
                new Setting("protection.roundingBase", "5", false, "shown counts are multiples of this"),
                new Setting("protection.minAddresses", "3", false, "fewest addresses behind a shown count"),
                new Setting(
                        "protection.twoPeople", "no", false, "whether two people sign each release first: yes or no"),
                new Setting(
                        "gap.prevalence",
                        null,
                        false,
                        "needs that nobody counts: category, share of people, whose finding; several, or one;two"),
                new Setting("gap.access", "e2sfca", false, "measure of access: e2sfca, 2sfca, 3sfca or balanced"),
                new Setting(
                        "gap.times",
                        "Mo10:00;Mo19:00;Sa10:00;Su10:00",
                        false,
                        "times of the week at which runs say who has an open site; several, or one;two"),
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
                new Setting(
                        "server.banner", null, false, "what whoever signs in must say to have read; nothing otherwise"),
                new Setting(
                        "server.secondFactor",
                        "nobody",
                        false,
                        "roles of accounts that need a second factor; several, or one;two"),
                new Setting("server.pageSize", "10000", false, "most features in one answer"),
                new Setting(
                        "server.publicUrl", null, false, "what links begin with, such as https://atlas.example.org"),
                new Setting("server.trustedProxies", null, false, "addresses or ranges of proxies that are believed"),
                new Setting("server.metricsFrom", "127.0.0.0/8;::1", false, "addresses or ranges that read /metrics"),
                new Setting("server.concurrentRequests", "64", false, "most requests in work; as many again wait"),
                new Setting("server.requestsPerSecond", "200", false, "of one client in the long run; 0 is no limit"),
                new Setting("server.burst", "2000", false, "most requests of one client at once")));
        all.addAll(List.of(
                new Setting("oidc.issuer", null, false, "provider to sign in with, such as https://login.example.org"),
                new Setting("oidc.clientId", null, false, "as which the provider knows this server"),
                new Setting("oidc.clientSecret", null, true, "by which it knows it; or a file has it"),
                new Setting("oidc.label", null, false, "of the button, such as Sign in with City ID"),
                new Setting("oidc.algorithms", "RS256", false, "by which ID tokens are signed; several, or one;two"),
                new Setting("oidc.requiredAcr", null, false, "classes of sign-in, one of which it must be; or one;two"),
                new Setting("oidc.requiredAmr", null, false, "methods, one of which must be used, such as mfa"),
                new Setting("oidc.maxAge", null, false, "minutes since somebody signed in there, at most"),
                new Setting(
                        "server.strictTransport",
                        "max-age=31536000; includeSubDomains",
                        false,
                        "what browsers that ask over TLS are told (HSTS); none for nothing"),
                new Setting("server.tls.certificate", null, false, "PEM file of certificates, the server's own first"),
                new Setting("server.tls.key", null, false, "PEM file of its key, which its owner alone may read"),
                new Setting("server.tls.keystore", null, false, "PKCS#12 file with both, instead of the two"),
                new Setting("server.tls.password", null, true, "password of that file"),
                new Setting(
                        "server.tls.redirectPort", null, false, "port that leads from plain HTTP to the public URL")));
        for (Setting setting : all) {
            settings.put(setting.path(), setting);
            if (setting.secret()) {
                Setting file = new Setting(
                        setting.path() + FILE, null, false, "file that holds it; its owner alone may read it");
                settings.put(file.path(), file);
            }
        }
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

    /** Every setting, in the order in which they are listed. */
    static Iterable<Setting> list() {
        return SETTINGS.values();
    }

    /** What is wrong so far, a sentence each. */
    List<String> faults() {
        return List.copyOf(faults);
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

    /** What it is set to, or null. */
    @Nullable
    String text(String path) {
        Setting setting = setting(path);
        String value = environment.get(setting.variable());
        if (value == null || value.isBlank()) {
            value = fileValues.get(path);
        }
        String set = stripped(value);
        return set == null ? setting.fallback() : set;
    }

    /**
     * What gives a secret, or null if none is set: a variable or the file that one names, then what is written in the configuration or
     * the file that this names. A file is read whenever the secret is asked for: a process need not be able to read what it does not use.
     *
     * @return throws a {@link ConfigException} if the file cannot be read, or others may read it too
     */
    @Nullable
    Supplier<String> secret(String path) {
        Setting direct = setting(path);
        Setting inFile = setting(path + FILE);
        Supplier<String> ofVariables = secret(
                direct.variable(),
                environment.get(direct.variable()),
                inFile.variable(),
                environment.get(inFile.variable()));
        return ofVariables != null
                ? ofVariables
                : secret(path, fileValues.get(path), inFile.path(), fileValues.get(inFile.path()));
    }

    private @Nullable Supplier<String> secret(
            String name, @Nullable String value, String nameOfFile, @Nullable String named) {
        String secret = stripped(value);
        String file = stripped(named);
        if (secret != null && file != null) {
            fault(name + " and " + nameOfFile + " are both set: one of them must go");
        }
        if (secret != null) {
            return () -> secret;
        }
        return file == null ? null : () -> secretIn(nameOfFile, file);
    }

    private static @Nullable String stripped(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static String secretIn(String name, String file) {
        try {
            String secret = new String(PrivateFile.read(Path.of(file)), StandardCharsets.UTF_8).strip();
            if (secret.isEmpty() || secret.lines().count() > 1) {
                throw new IllegalArgumentException("must hold one line");
            }
            return secret;
        } catch (IllegalArgumentException e) {
            throw new ConfigException(List.of(name + " = '" + file + "': " + e.getMessage()));
        }
    }

    /** Notes what is wrong between several settings, in a sentence. */
    void fault(String fault) {
        faults.add(fault);
    }

    private static Setting setting(String path) {
        Setting setting = SETTINGS.get(path);
        if (setting == null) {
            throw new IllegalArgumentException("no setting " + path);
        }
        return setting;
    }

    /** What it is set to; it must be. */
    String required(String path) {
        return read(path, "", Function.identity());
    }

    /** A whole number in a range. */
    int whole(String path, int least, int most) {
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

    /** The value as the parser reads it; a fault is noted and the stand-in goes on so that further faults are found. */
    <T> T read(String path, T standIn, Function<String, T> parser) {
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
