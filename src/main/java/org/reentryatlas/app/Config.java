package org.reentryatlas.app;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.boundary.Level;
import org.reentryatlas.brief.Paper;
import org.reentryatlas.db.Role;
import org.reentryatlas.export.Publisher;
import org.reentryatlas.gap.GapSettings;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.http.Networks;
import org.reentryatlas.http.ServerSettings;
import org.reentryatlas.identity.OidcSettings;
import org.reentryatlas.identity.PlaceWords;
import org.reentryatlas.layer.LevelWords;
import org.reentryatlas.outreach.Holidays;
import org.reentryatlas.protect.Policy;

/**
 * The configuration of one jurisdiction, validated whole by {@link ConfigLoader}.
 *
 * @param twoPeople whether two people sign each release before it is public, whatever its agreement asks
 * @param server what it listens to and where its limits are
 * @param metricsFrom where those ask from who may read the server's figures
 * @param banner what whoever signs in must say to have read; null for nothing
 * @param withSecondFactor roles of accounts that nobody has without a second factor
 * @param oidc with which provider one signs in; null for none
 * @param pageSize most features in one answer
 * @param margin metres that a position may lie outside the areas before a load calls it an error
 * @param verifyDays days after which a service of the directory is to be verified again
 * @param rawDays days after a load that raw addresses and positions may be kept
 * @param publisher who publishes, as the exports say
 * @param background what lies under the areas on the map
 * @param paper on which briefs are printed
 * @param gap how gaps are reckoned
 */
record Config(
        Jurisdiction jurisdiction,
        Policy policy,
        boolean twoPeople,
        Database database,
        ServerSettings server,
        Networks metricsFrom,
        @Nullable String banner,
        Set<org.reentryatlas.identity.Role> withSecondFactor,
        @Nullable Oidc oidc,
        int pageSize,
        double margin,
        int rawDays,
        int verifyDays,
        Publisher publisher,
        Background background,
        Paper paper,
        GapSettings gap) {

    /** What no password may be made of alone. */
    PlaceWords placeWords() {
        return PlaceWords.of(
                Stream.concat(Stream.of(jurisdiction.name(), publisher.name()), publisher.sources().stream())
                        .toList());
    }

    /**
     * The place and its words.
     *
     * @param words what people there call a level of areas
     * @param holidays days without tours
     */
    record Jurisdiction(String name, ZoneId timeZone, Crs workingCrs, Map<Level, Words> words, Holidays holidays) {
        Jurisdiction {
            words = Map.copyOf(new EnumMap<>(words));
        }

        /** The words of all levels, as layers want them. */
        List<LevelWords> levelWords() {
            return Stream.of(Level.values())
                    .map(level -> new LevelWords(
                            level.code(),
                            words(level).one(),
                            words(level).many(),
                            level.above().stream().map(Level::code).toList()))
                    .toList();
        }

        Words words(Level level) {
            return Objects.requireNonNull(words.get(level), "no words for a level");
        }
    }

    /** One and many: {@code beat}, {@code beats}. */
    record Words(String one, String many) {}

    /**
     * Where the database is, and the credentials that this process was given.
     *
     * @param passwords by role, asked for when they are used; a role that is missing cannot be used by this process
     */
    record Database(@Nullable String url, Map<Role, Supplier<String>> passwords, int connections) {
        Database {
            passwords = Map.copyOf(passwords);
        }

        @Override
        public String toString() {
            return "Database[url=" + url + ", connections=" + connections + "]";
        }
    }

    /**
     * What the map shows under the areas.
     *
     * @param attribution who is to be named for our own base map
     * @param raster tiles of another host, for those who allow them; null for none
     */
    record Background(String attribution, @Nullable Raster raster) {}

    /**
     * Tiles of another host, which learns from every reader's browser what part of the map it shows.
     *
     * @param url with {z}, {x} and {y} where the tile's place belongs
     * @param attribution what its terms ask to be shown
     */
    record Raster(String url, String attribution) {
        /** Scheme and host, as a content security policy names them. */
        String origin() {
            return url.replaceFirst("^(https://[^/]+)/.*$", "$1");
        }
    }

    /**
     * The provider of an agency.
     *
     * @param settings without the secret
     * @param secret which only who serves has to read; null where PKCE alone has to do
     */
    record Oidc(OidcSettings settings, @Nullable Supplier<String> secret) {
        /**
         * With the secret.
         *
         * @throws ConfigException if it is in a file that cannot be read, or that others may read, too
         */
        OidcSettings withSecret() {
            return secret == null ? settings : settings.withSecret(secret.get());
        }
    }
}
