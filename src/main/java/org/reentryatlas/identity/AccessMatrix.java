package org.reentryatlas.identity;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * Route by role by method: what {@code access.csv} says, and nothing else, is what the server lets through. What has no line there
 * is for nobody.
 */
public final class AccessMatrix {
    private static final String FILE = "access.csv";
    private static final String EVERYBODY = "everybody";

    /** By method and template. */
    private final Map<String, Rule> rules;

    private AccessMatrix(Map<String, Rule> rules) {
        this.rules = rules;
    }

    /**
     * Who may use a route.
     *
     * @param isForEverybody also for who is not signed in
     */
    record Rule(boolean isForEverybody, Set<Role> roles) {
        Rule {
            roles = Set.copyOf(roles);
        }
    }

    /**
     * That of the program.
     *
     * @throws IllegalStateException if the file is missing or says what cannot be, which is a fault in the build
     */
    public static AccessMatrix load() {
        try (InputStream in = requireNonNull(AccessMatrix.class.getResourceAsStream(FILE), FILE)) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /**
     * That of a table with the columns method, route and roles.
     *
     * @param csv roles are {@code everybody} or codes with spaces between
     * @throws IllegalStateException if a line names no role or an unknown one, or a route comes twice, with the line
     */
    static AccessMatrix read(String csv) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord line : records) {
                String route = line.getField("method") + " " + line.getField("route");
                Rule before = rules.put(route, rule(line.getField("roles"), line.getStartingLineNumber()));
                if (before != null) {
                    throw wrong(line.getStartingLineNumber(), route + " comes twice");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
        return new AccessMatrix(rules);
    }

    private static Rule rule(String roles, long line) {
        if (roles.equals(EVERYBODY)) {
            return new Rule(true, EnumSet.allOf(Role.class));
        }
        Set<Role> known = EnumSet.noneOf(Role.class);
        for (String code : roles.split(" ", -1)) {
            try {
                known.add(Role.of(code));
            } catch (IllegalArgumentException e) {
                throw wrong(line, String.valueOf(e.getMessage()));
            }
        }
        return new Rule(false, known);
    }

    private static IllegalStateException wrong(long line, String what) {
        return new IllegalStateException(FILE + " line " + line + ": " + what);
    }

    /** All routes that it knows, such as {@code GET /session}. */
    public List<String> routes() {
        return List.copyOf(rules.keySet());
    }

    /** Whether somebody of a role, or of none, may use a route. */
    public boolean allows(String route, @Nullable Role role) {
        return rule(route)
                .filter(rule ->
                        role == null ? rule.isForEverybody() : rule.roles().contains(role))
                .isPresent();
    }

    /** Who may use a route; empty is nobody. */
    Optional<Rule> rule(String route) {
        return Optional.ofNullable(rules.get(route));
    }

    /**
     * Makes sure that it has a line for each of these routes, and no other line.
     *
     * @throws IllegalStateException if it does not, with the names of all
     */
    void requireExactly(Collection<String> routes) {
        Set<String> withoutLine = new TreeSet<>(routes);
        withoutLine.removeAll(rules.keySet());
        Set<String> withoutRoute = new TreeSet<>(rules.keySet());
        withoutRoute.removeAll(Set.copyOf(routes));
        if (!withoutLine.isEmpty() || !withoutRoute.isEmpty()) {
            throw new IllegalStateException("nothing is served: " + FILE + " has no line for " + withoutLine
                    + ", and the server no route for " + withoutRoute);
        }
    }
}
