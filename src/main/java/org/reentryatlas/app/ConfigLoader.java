package org.reentryatlas.app;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.boundary.Level;
import org.reentryatlas.brief.Paper;
import org.reentryatlas.db.Role;
import org.reentryatlas.export.Publisher;
import org.reentryatlas.gap.AccessMeasure;
import org.reentryatlas.gap.GapSettings;
import org.reentryatlas.gap.Measures;
import org.reentryatlas.gap.Moment;
import org.reentryatlas.gap.Prevalence;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.geo.CrsException;
import org.reentryatlas.http.Networks;
import org.reentryatlas.http.ServerSettings;
import org.reentryatlas.outreach.Holidays;
import org.reentryatlas.protect.Policy;

/** Makes the configuration of the {@link Settings}. Every fault is found before any is reported. */
final class ConfigLoader {
    private static final int MOST_BANNER = 2_000;

    private final Settings settings;

    private ConfigLoader(Map<String, String> environment) {
        this.settings = new Settings(environment);
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
        Settings settings = new Settings(environment);
        StringBuilder text = new StringBuilder();
        for (Setting setting : Settings.list()) {
            String value = settings.text(setting.path());
            String printed = value == null ? "(not set)" : setting.secret() ? "***" : value;
            text.append("%-28s %-24s # %s; %s%n"
                    .formatted(setting.path() + ":", printed, setting.meaning(), setting.variable()));
        }
        return text.toString();
    }

    private Config load() {
        Crs workingCrs = crs("jurisdiction.workingCrs");
        String name = settings.required("jurisdiction.name");
        ZoneId zone = zone("jurisdiction.timeZone");
        Holidays holidays = settings.read("jurisdiction.holidays", Holidays.of("none"), Holidays::of);
        double margin = settings.whole("jurisdiction.margin", 0, 100_000);
        int rawDays = settings.whole("retention.rawDays", 0, 3_650);
        Policy policy = policy();
        boolean twoPeople = settings.read("protection.twoPeople", false, ConfigLoader::yes);
        Config.Database database =
                new Config.Database(settings.text("db.url"), passwords(), settings.whole("db.connections", 2, 100));
        String banner = settings.text("server.banner") == null
                ? null
                : settings.read("server.banner", "", ConfigLoader::banner);
        Set<org.reentryatlas.identity.Role> withSecondFactor =
                settings.read("server.secondFactor", Set.of(), ConfigLoader::accountRoles);
        int pageSize = settings.whole("server.pageSize", 1, 10_000);
        int verifyDays = settings.whole("directory.verifyDays", 1, 3_650);
        Publisher publisher = publisher(name);
        Config.Background background = background(publisher);
        ServerReader reader = new ServerReader(settings);
        ServerSettings server = reader.read(background.raster());
        Networks metricsFrom = reader.metricsFrom();
        Config.Oidc oidc = settings.text("oidc.issuer") == null ? null : new OidcReader(settings).read();
        Paper paper = paper();
        GapSettings gap = gap();
        if (!settings.faults().isEmpty()) {
            throw new ConfigException(settings.faults());
        }
        return new Config(
                new Config.Jurisdiction(name, zone, workingCrs, words(), holidays),
                policy,
                twoPeople,
                database,
                server,
                metricsFrom,
                banner,
                withSecondFactor,
                oidc,
                pageSize,
                margin,
                rawDays,
                verifyDays,
                publisher,
                background,
                paper,
                gap);
    }

    private static boolean yes(String text) {
        return switch (text) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new IllegalArgumentException("is neither yes nor no");
        };
    }

    private static Set<org.reentryatlas.identity.Role> accountRoles(String text) {
        return Stream.of(text.split(Settings.LIST_SEPARATOR))
                .map(String::strip)
                .filter(code -> !code.isEmpty() && !code.equals("nobody"))
                .map(org.reentryatlas.identity.Role::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String banner(String text) {
        if (text.length() > MOST_BANNER) {
            throw new IllegalArgumentException("has more than " + MOST_BANNER + " characters");
        }
        return text;
    }

    private ZoneId zone(String path) {
        return settings.read(path, ZoneId.of("UTC"), text -> {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("is not a time zone", e);
            }
        });
    }

    private Crs crs(String path) {
        return settings.read(path, Crs.WGS84, text -> {
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
        int k = settings.whole("protection.k", Policy.SMALLEST_K, 1_000);
        return new Policy(
                k,
                settings.whole("protection.roundingBase", 1, Policy.SMALLEST_K),
                settings.whole("protection.minAddresses", 3, 1_000));
    }

    private GapSettings gap() {
        AccessMeasure access = settings.read(
                "gap.access",
                AccessMeasure.ENHANCED,
                text -> AccessMeasure.of(text)
                        .orElseThrow(() -> new IllegalArgumentException("must be one of: "
                                + Stream.of(AccessMeasure.values())
                                        .map(AccessMeasure::code)
                                        .collect(Collectors.joining(", ")))));
        Measures measures = settings.read(
                "gap.times",
                new Measures(access, List.of()),
                text -> new Measures(
                        access,
                        Stream.of(text.split(Settings.LIST_SEPARATOR, -1))
                                .map(ConfigLoader::moment)
                                .toList()));
        return new GapSettings(prevalences(), measures);
    }

    private static Moment moment(String text) {
        return Moment.parse(text.strip())
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be weekdays and times such as Mo10:00;Sa10:00, and '" + text.strip() + "' is none"));
    }

    private List<Prevalence> prevalences() {
        return settings.text("gap.prevalence") == null
                ? List.of()
                : settings.read("gap.prevalence", List.of(), text -> {
                    List<Prevalence> prevalences = Stream.of(text.split(Settings.LIST_SEPARATOR, -1))
                            .map(Prevalence::parse)
                            .toList();
                    if (prevalences.stream()
                                    .map(Prevalence::category)
                                    .distinct()
                                    .count()
                            < prevalences.size()) {
                        throw new IllegalArgumentException("names a category twice");
                    }
                    return prevalences;
                });
    }

    private Publisher publisher(String jurisdiction) {
        String name = settings.text("publisher.name");
        String sources = settings.text("publisher.sources");
        return new Publisher(
                name == null ? jurisdiction : name,
                settings.text("publisher.contact"),
                licence(),
                sources == null
                        ? List.of()
                        : Stream.of(sources.split(Settings.LIST_SEPARATOR, -1))
                                .map(String::strip)
                                .filter(source -> !source.isEmpty())
                                .toList());
    }

    private @Nullable String licence() {
        return settings.text("publisher.licence") == null
                ? null
                : settings.read("publisher.licence", "", text -> {
                    if (!text.matches("https?://\\S+")) {
                        throw new IllegalArgumentException("must be an address that begins with https://");
                    }
                    return text;
                });
    }

    private Config.Background background(Publisher publisher) {
        String attribution = settings.text("map.attribution");
        Config.Raster raster = settings.text("map.tiles.url") == null
                ? null
                : new Config.Raster(
                        settings.read("map.tiles.url", "", ConfigLoader::tileUrl),
                        settings.required("map.tiles.attribution"));
        return new Config.Background(attribution == null ? publisher.name() : attribution, raster);
    }

    /** No more than a host by its name: what stands there goes into the content security policy. */
    private static String tileUrl(String text) {
        if (!text.matches("https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?/[\\x21-\\x7e&&[^\"'<>\\\\]]*")
                || !Stream.of("{z}", "{x}", "{y}").allMatch(text::contains)) {
            throw new IllegalArgumentException(
                    "must be an address such as https://tiles.example.org/{z}/{x}/{y}.png, with {z}, {x} and {y} in its path");
        }
        return text;
    }

    private Paper paper() {
        return settings.read(
                "brief.paper",
                Paper.LETTER,
                text -> Paper.named(text).orElseThrow(() -> new IllegalArgumentException("must be letter or a4")));
    }

    private Map<Role, Supplier<String>> passwords() {
        Map<Role, Supplier<String>> passwords = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            Supplier<String> password = settings.secret("db." + role.name().toLowerCase(Locale.ROOT) + "Password");
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
                    new Config.Words(
                            settings.required("words." + level.code()),
                            settings.required("words." + level.code() + "s")));
        }
        return words;
    }
}
