package org.reentryatlas.app;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.reentryatlas.identity.OidcSettings;

/** The settings of the provider to sign in with, where there is one. */
final class OidcReader {
    private static final String STAND_IN = "https://localhost";
    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_ISSUER = 500;
    private static final int MOST_MINUTES = 1_440;

    private final Settings settings;

    OidcReader(Settings settings) {
        this.settings = settings;
    }

    /** Reads them; what is wrong is noted. */
    Config.Oidc read() {
        String issuer = settings.read("oidc.issuer", STAND_IN, OidcReader::issuer);
        String label = settings.text("oidc.label") == null ? null : settings.read("oidc.label", "", OidcReader::label);
        Set<String> algorithms = settings.read("oidc.algorithms", Set.of("RS256"), OidcReader::algorithms);
        Duration maxAge = settings.text("oidc.maxAge") == null
                ? null
                : Duration.ofMinutes(settings.whole("oidc.maxAge", 0, MOST_MINUTES));
        return new Config.Oidc(
                new OidcSettings(
                        issuer,
                        settings.required("oidc.clientId"),
                        null,
                        // Never of what a request says of the host: who writes that would be sent the code.
                        settings.read("server.publicUrl", URI.create(STAND_IN), OidcReader::callback),
                        label,
                        algorithms,
                        list("oidc.requiredAcr"),
                        list("oidc.requiredAmr"),
                        maxAge),
                settings.secret("oidc.clientSecret"));
    }

    private static String issuer(String text) {
        OidcSettings.requireTrusted(URI.create(text));
        if (text.length() > LONGEST_ISSUER) {
            throw new IllegalArgumentException("has more than " + LONGEST_ISSUER + " characters");
        }
        return text;
    }

    private static String label(String text) {
        if (text.length() > LONGEST_LABEL) {
            throw new IllegalArgumentException("has more than " + LONGEST_LABEL + " characters");
        }
        return text;
    }

    private static URI callback(String publicUrl) {
        URI callback = URI.create(publicUrl + OidcSettings.CALLBACK_PATH);
        OidcSettings.requireTrusted(callback);
        return callback;
    }

    private static Set<String> algorithms(String text) {
        Set<String> algorithms = Set.copyOf(split(text));
        OidcSettings.requireSafe(algorithms);
        return algorithms;
    }

    private List<String> list(String path) {
        String text = settings.text(path);
        return text == null ? List.of() : split(text);
    }

    private static List<String> split(String text) {
        return Stream.of(text.split(Settings.LIST_SEPARATOR, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }
}
