package org.reentryatlas.layer;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A layer that is served.
 *
 * @param level code of the level whose areas it holds, or null for points
 * @param keywords by which it may be looked for
 * @param releases those it has numbers of, newest reference date first; empty for what has no date
 */
public record Layer(
        String id,
        String title,
        String description,
        Kind kind,
        @Nullable String level,
        List<String> keywords,
        List<PublishedRelease> releases) {
    public static final String PROVIDERS = "providers";

    /** Why service sites need no protection, in words for everybody. */
    private static final String OPEN_DATA = "Open reference data about services: nothing in it is about a person.";

    static final String PLANNED = "planned-sites";

    private static final String AREA_PREFIX = "people-by-";
    private static final String SERVICES_PREFIX = "services-by-";
    /** The level whose one area is the whole jurisdiction. */
    public static final String WHOLE = "city";

    private static final String GAPS_PREFIX = "gaps-";

    /** Why gaps need no protection of their own, in words for everybody. */
    private static final String MADE_OF_PUBLISHED =
            "Made of the published numbers of one release and of open reference data: it tells nothing that these do not tell.";

    /** What its features are. */
    public enum Kind {
        /** Areas with numbers of people, which come with each release. */
        PEOPLE,
        /** Areas with the services in and near them: open reference data as it is now. */
        SERVICES,
        /** Areas with their service gaps, of the newest run over the newest release. */
        GAPS,
        /** Where new sites would help most, as planners have published it for the newest release. */
        PLANNED,
        /** Service sites: open reference data as it is now. */
        SITES;

        /** Whether it is made of published numbers, and belongs to no release. */
        public boolean isMadeOfPublished() {
            return this == GAPS || this == PLANNED;
        }
    }

    public Layer {
        keywords = List.copyOf(keywords);
        releases = List.copyOf(releases);
    }

    /** The layer of people by the areas of a level. */
    static Layer ofAreas(LevelWords level, String jurisdiction, List<PublishedRelease> releases) {
        return new Layer(
                idOf(level.code()),
                titleOf(level),
                "Protected, rounded counts of people under supervision in " + jurisdiction + " by " + level.one()
                        + ", in total and by need, with rates per 1,000 residents and location quotients that are made of"
                        + " them. A value without number is hidden for privacy; 'unstable' marks a count below 20 and"
                        + " 'low_hit_rate' an area of which fewer than 85 % of the addresses were found. An answer holds one"
                        + " release: the newest, or the newest whose reference date lies in 'datetime'.",
                Kind.PEOPLE,
                level.code(),
                List.of("reentry", "community supervision", "protected counts", level.many(), jurisdiction),
                releases);
    }

    /**
     * The layer of the services in and near the areas of a level.
     *
     * @param areasFrom the day from which the areas hold
     */
    static Layer ofServices(LevelWords level, String jurisdiction, LocalDate areasFrom, ServiceSites sites) {
        return new Layer(
                servicesIdOf(level.code()),
                "Services by " + level.one(),
                "How many service sites each " + level.one() + " of " + jurisdiction
                        + " has and how far the nearest is, in total and by category: open reference data as it is now, of"
                        + " the areas that hold from " + areasFrom + " on. " + sites.told(),
                Kind.SERVICES,
                level.code(),
                List.of("reentry", "services", "service coverage", level.many(), jurisdiction),
                List.of());
    }

    /**
     * The layer of the service gaps of the areas of a level.
     *
     * @param mode code of the way of getting about: {@code walk}, {@code drive} or {@code transit}
     */
    static Layer ofGaps(LevelWords level, String mode, String jurisdiction, PublishedRelease release, GapRun run) {
        String ways = switch (mode) {
            case "walk" -> "on foot";
            case "transit" -> "by public transport";
            default -> "by car";
        };
        String access = run.access().equals("balanced") ? "BFCA" : run.access().toUpperCase(Locale.ROOT);
        return new Layer(
                gapsIdOf(level.code(), mode),
                "Service gaps by " + level.one() + ", " + ways,
                "For each category of services and each " + level.one() + " of " + jurisdiction
                        + ": how many people need it, how long it takes " + ways
                        + " to the nearest site, how many have one within 15 and 30 minutes, and how many people-equivalents go"
                        + " without an even share (" + access
                        + "). Bounds stand where the release hides or rounds. Run "
                        + run.id()
                        + " over release " + release.id() + "."
                        + (run.credits().isEmpty() ? "" : " Made of: " + run.credits() + "."),
                Kind.GAPS,
                level.code(),
                List.of("reentry", "service gap", "accessibility", access, level.many(), jurisdiction),
                List.of());
    }

    /** The layer of the places of new sites that planners have published. */
    static Layer ofPlannedSites(String jurisdiction, PublishedRelease release) {
        return new Layer(
                PLANNED,
                "Where new sites would help most",
                "Places at which new service sites in " + jurisdiction
                        + " would help most, as planners have worked it out and published it: of each plan for one new site,"
                        + " two, and so on. People whom a choice moves under the minutes are told as bounds. Numbers of release "
                        + release.id() + ".",
                Kind.PLANNED,
                null,
                List.of("reentry", "service gap", "location-allocation", "siting", jurisdiction),
                List.of());
    }

    /** The layer of the service sites themselves. */
    static Layer ofSites(String jurisdiction) {
        return new Layer(
                PROVIDERS,
                "Reentry services",
                "Service sites in and near " + jurisdiction + ": open reference data.",
                Kind.SITES,
                null,
                List.of("reentry", "services", "service directory", jurisdiction),
                List.of());
    }

    /** The identifier of the layer of people by a level. */
    public static String idOf(String levelCode) {
        return AREA_PREFIX + levelCode;
    }

    /** Whether a layer could be called so, be there one or not. */
    public static boolean isId(String text) {
        return text.equals(PROVIDERS)
                || text.equals(PLANNED)
                || text.startsWith(AREA_PREFIX)
                || text.startsWith(SERVICES_PREFIX)
                || text.startsWith(GAPS_PREFIX);
    }

    /** The identifier of the layer of services by a level. */
    public static String servicesIdOf(String levelCode) {
        return SERVICES_PREFIX + levelCode;
    }

    /** The identifier of the layer of gaps by a level. */
    static String gapsIdOf(String levelCode, String mode) {
        return GAPS_PREFIX + mode + "-by-" + levelCode;
    }

    /** The title of the layer of people by a level. */
    public static String titleOf(LevelWords level) {
        return "People under supervision by " + level.one();
    }

    /** Why it needs no protection of its own, in words for everybody; of a layer that belongs to no release. */
    public String whyOpen() {
        return kind.isMadeOfPublished() ? MADE_OF_PUBLISHED : OPEN_DATA;
    }

    /** Whether its features are areas with numbers of people, which come with each release. */
    public boolean isOfReleases() {
        return kind == Kind.PEOPLE;
    }

    /** Whether its features are areas, and points otherwise. */
    public boolean isOfAreas() {
        return level != null;
    }

    /** Whether the interface, which serves by date, has a release: of several of one date it has the newest. */
    public boolean isServed(PublishedRelease release) {
        return release(release.referenceDate()::equals).filter(release::equals).isPresent();
    }

    /** The newest release whose reference date is among the days. */
    public Optional<PublishedRelease> release(Predicate<LocalDate> days) {
        return releases.stream()
                .filter(release -> days.test(release.referenceDate()))
                .findFirst();
    }
}
