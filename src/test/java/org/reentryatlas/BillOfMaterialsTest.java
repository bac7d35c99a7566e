package org.reentryatlas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The bill of materials that a build with the profile {@code bill} writes names what lies beside the jar, to the byte, and nothing else. */
@EnabledIfSystemProperty(named = "atlas.bill", matches = ".+", disabledReason = "run with -Pbill, as .ci/run does")
class BillOfMaterialsTest {
    private static final Path LIBRARIES = Path.of("target/lib");
    private static final Pattern PURL =
            Pattern.compile("pkg:maven/([^/]+)/([^@]+)@([^?]+)\\?(?:classifier=([^&]+)&)?type=jar");

    private static final Pattern WEBJAR = Pattern.compile("/webjars/([^/\"]+)/([0-9][^/\"]*)/");

    private static JsonNode bill() throws IOException {
        return new ObjectMapper().readTree(Files.readString(Path.of(System.getProperty("atlas.bill", "")), UTF_8));
    }

    /** The SHA-256 of each library that the bill names, by the name of its file. */
    private static Map<String, String> named() throws IOException {
        Map<String, String> named = new TreeMap<>();
        for (JsonNode component : bill().get("components")) {
            Matcher purl = PURL.matcher(component.get("purl").asText());
            assertThat(purl.matches()).as(component.get("purl").asText()).isTrue();
            String classifier = purl.group(4) == null ? "" : "-" + purl.group(4);
            String digest = "";
            for (JsonNode hash : component.get("hashes")) {
                if (hash.get("alg").asText().equals("SHA-256")) {
                    digest = hash.get("content").asText();
                }
            }
            named.put(purl.group(2) + "-" + purl.group(3) + classifier + ".jar", digest);
        }
        return named;
    }

    @Test
    void itNamesWhatLiesBesideTheJar() throws IOException {
        Map<String, String> delivered = new TreeMap<>();
        try (Stream<Path> files = Files.list(LIBRARIES)) {
            for (Path file : files.toList()) {
                delivered.put(String.valueOf(file.getFileName()), DigestUtils.sha256Hex(Files.readAllBytes(file)));
            }
        }
        assertThat(named())
                .as("where a library lies there that was left by an earlier version of the build: mvn clean")
                .isNotEmpty()
                .isEqualTo(delivered);
    }

    /** What the pages load of others comes as a library of the build, too. */
    @Test
    void itNamesWhatThePagesLoad() throws IOException {
        Set<String> loaded = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("frontend"))) {
            for (Path file : files.filter(each -> each.toString().matches("[^.]+\\.(js|html)"))
                    .filter(each -> !each.startsWith("frontend/browser"))
                    .toList()) {
                WEBJAR.matcher(Files.readString(file, UTF_8))
                        .results()
                        .forEach(found -> loaded.add(found.group(1) + "-" + found.group(2) + ".jar"));
            }
        }
        assertThat(loaded).isNotEmpty();
        assertThat(named()).containsKeys(loaded.toArray(String[]::new));
    }

    @Test
    void itSaysWhichFormItHasAndWhatItIsOf() throws IOException {
        JsonNode bill = bill();
        assertThat(bill.get("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(bill.at("/metadata/component/name").asText()).isEqualTo("reentry-atlas");
        assertThat(bill.get("dependencies")).isNotEmpty();
    }
}
