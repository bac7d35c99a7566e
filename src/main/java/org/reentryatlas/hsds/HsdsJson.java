package org.reentryatlas.hsds;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.reentryatlas.geo.Territory;
import org.reentryatlas.provider.DirectoryRecord;
import org.reentryatlas.provider.Kind;
import org.reentryatlas.provider.Origin;
import org.reentryatlas.table.TableException;

/**
 * HSDS 3.0 and 3.1 as nested JSON: one object, an array, one object a line, or a page of the API with {@code contents}.
 * One top-level object is in memory at a time.
 */
final class HsdsJson implements HsdsFile {
    /** The taxonomy of the few facts that we keep and the specification has no member for. */
    static final String OWN_TAXONOMY = "Reentry Atlas";

    private static final Set<String> OWN_FACTS = Set.of("accepts_records", "capacity");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Kind> CHILDREN = Map.ofEntries(
            Map.entry("organization", Kind.ORGANIZATION),
            Map.entry("services", Kind.SERVICE),
            Map.entry("service", Kind.SERVICE),
            Map.entry("locations", Kind.LOCATION),
            Map.entry("location", Kind.LOCATION),
            Map.entry("service_at_locations", Kind.SERVICE_AT_LOCATION),
            Map.entry("addresses", Kind.ADDRESS),
            Map.entry("phones", Kind.PHONE),
            Map.entry("schedules", Kind.SCHEDULE),
            Map.entry("languages", Kind.LANGUAGE),
            Map.entry("accessibility", Kind.ACCESSIBILITY),
            Map.entry("cost_options", Kind.COST_OPTION),
            Map.entry("service_areas", Kind.SERVICE_AREA),
            Map.entry("capacities", Kind.CAPACITY));
    private static final Set<String> PAGE_STARTS = Set.of("total_items", "total_pages", "page_number", "size");
    private static final Set<String> RECORDS_OF_PAGE = Set.of("contents", "organizations", "services", "items");

    private final Path file;
    private final boolean isPage;
    private final RecordMaker maker;
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private long units;

    private HsdsJson(Path file, boolean isPage, Territory territory) {
        this.file = file;
        this.isPage = isPage;
        this.maker = new RecordMaker(territory);
    }

    static Optional<HsdsFile> open(Path file, Territory territory) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (JsonParser parser = JSON.createParser(file.toFile())) {
            boolean isPage = isPage(file);
            if (!toNextRecord(parser, isPage)) {
                return Optional.empty();
            }
            JsonNode first = parser.readValueAsTree();
            if (isTaxonomy(first)) {
                throw new TableException(file + ": it is a taxonomy of HSDS and holds no services; load the file of the"
                        + " services, whose attributes name its terms");
            }
            return kind(first).map(kind -> new HsdsJson(file, isPage, territory));
        } catch (JacksonException e) {
            // What is no JSON is for whoever reads tables to refuse.
            return Optional.empty();
        }
    }

    @Override
    public String format() {
        return "HSDS 3.x JSON";
    }

    @Override
    public void read(Sink sink) throws IOException {
        try (JsonParser parser = JSON.createParser(file.toFile())) {
            long row = 0;
            while (toNextRecord(parser, isPage)) {
                row++;
                JsonNode node = parser.readValueAsTree();
                Kind kind = kind(node).orElse(null);
                if (kind == null) {
                    counts.merge(Kind.SERVICE, 1L, Long::sum);
                    sink.reject(
                            new Origin(++units, "", row),
                            new Sink.Fault(
                                    "(object)",
                                    "row_unreadable",
                                    "it is no organization, service, location or service at a location of HSDS"));
                } else {
                    walk(kind, node, Map.of(), row, false, sink);
                }
            }
        } catch (StreamConstraintsException e) {
            throw new TableException(file + ": it is nested too deeply, or one of its values is too long");
        } catch (JacksonException e) {
            throw new TableException(
                    file + ": it is not JSON from line " + e.getLocation().getLineNr() + " on; is the file cut off?");
        }
    }

    @Override
    public Map<Kind, Long> counts() {
        return counts;
    }

    @Override
    public List<String> notes() {
        return maker.notes();
    }

    @Override
    public void close() {
        // Each reading closes the file itself.
    }

    /** Hands over a record and all that stands inside it. */
    private void walk(Kind kind, JsonNode node, Map<Kind, String> owners, long row, boolean embedded, Sink sink) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<Kind, String> allOwners = new HashMap<>(owners);
        String key = node.path("id").asText("");
        node.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (value.isValueNode() && !value.isNull()) {
                values.put(member.getKey(), value.asText());
            } else if (value.isObject() && CHILDREN.containsKey(member.getKey())) {
                allOwners.put(
                        Objects.requireNonNull(CHILDREN.get(member.getKey())),
                        value.path("id").asText(""));
            } else if (!value.isNull() && !CHILDREN.containsKey(member.getKey())) {
                values.putIfAbsent(member.getKey(), value.isEmpty() ? "" : "(nested)");
            }
        });
        addOwnFacts(kind, node, values);
        take(kind, values, allOwners, row, embedded, sink);
        node.properties().forEach(member -> {
            Kind child = CHILDREN.get(member.getKey());
            if (child == null) {
                return;
            }
            // What stands below a record belongs to it; what a record refers to by an object does not.
            Map<Kind, String> below = member.getValue().isArray() ? Map.of(kind, key) : Map.of();
            Iterable<JsonNode> children = member.getValue().isArray() ? member.getValue() : List.of(member.getValue());
            children.forEach(value -> {
                if (value.isObject()) {
                    walk(child, value, below, row, true, sink);
                }
            });
        });
        for (JsonNode attribute : node.path("attributes")) {
            String term = attribute.path("taxonomy_term").path("name").asText("");
            if (kind == Kind.SERVICE && !term.isEmpty() && !isOwn(attribute)) {
                take(Kind.TERM, Map.of("term", term), Map.of(kind, key), row, true, sink);
            }
        }
    }

    private void take(
            Kind kind, Map<String, String> values, Map<Kind, String> owners, long row, boolean embedded, Sink sink) {
        counts.merge(kind, 1L, Long::sum);
        Origin origin = new Origin(++units, "", row);
        try {
            for (DirectoryRecord record : maker.make(kind, values, owners, embedded)) {
                sink.take(origin, record);
            }
        } catch (Faulty e) {
            Sink.Fault fault = e.fault();
            sink.reject(origin, new Sink.Fault(kind.code() + "." + fault.field(), fault.code(), fault.advice()));
        }
    }

    private static void addOwnFacts(Kind kind, JsonNode node, Map<String, String> values) {
        for (JsonNode attribute : node.path("attributes")) {
            if (isOwn(attribute)) {
                String value = attribute.path("value").asText("");
                String name = attribute.path("taxonomy_term").path("name").asText("");
                if (kind == Kind.SERVICE && OWN_FACTS.contains(name)) {
                    values.put(name, value);
                } else if (kind == Kind.LOCATION && name.equals("place")) {
                    values.put("location_type", value);
                }
            }
        }
    }

    private static boolean isOwn(JsonNode attribute) {
        return attribute.path("taxonomy_term").path("taxonomy").asText("").equals(OWN_TAXONOMY);
    }

    private static boolean isTaxonomy(JsonNode node) {
        return node.has("name")
                && (node.has("version") || node.has("taxonomy") || node.has("taxonomy_id") || node.has("term_uri"));
    }

    /** What a top-level object is, by the members that only its kind has. */
    private static Optional<Kind> kind(JsonNode node) {
        if (!node.path("id").isTextual() && !node.path("id").isNumber()) {
            return Optional.empty();
        }
        if (node.has("location_type")) {
            return Optional.of(Kind.LOCATION);
        }
        if ((node.has("service_id") || node.has("service")) && (node.has("location_id") || node.has("location"))) {
            return Optional.of(Kind.SERVICE_AT_LOCATION);
        }
        if (List.of("organization", "organization_id", "service_at_locations", "status", "eligibility_description")
                .stream()
                .anyMatch(node::has)) {
            return Optional.of(Kind.SERVICE);
        }
        return node.has("name")
                        && List.of("website", "locations", "tax_status", "legal_status", "services", "uri").stream()
                                .anyMatch(node::has)
                ? Optional.of(Kind.ORGANIZATION)
                : Optional.empty();
    }

    /** A page begins with its numbers or its records; a record begins with its identifier or its name. */
    private static boolean isPage(Path file) throws IOException {
        try (JsonParser parser = JSON.createParser(file.toFile())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            String first = Objects.requireNonNullElse(parser.nextFieldName(), "");
            return PAGE_STARTS.contains(first) || RECORDS_OF_PAGE.contains(first);
        }
    }

    /** Moves to the start of the next record: a top-level object, an element of the array, or one of a page. */
    private static boolean toNextRecord(JsonParser parser, boolean isPage) throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT
                    && !(isPage && parser.getParsingContext().getParent().inRoot())) {
                return true;
            }
            if (token == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() != JsonToken.START_ARRAY || !RECORDS_OF_PAGE.contains(name)) {
                    parser.skipChildren();
                }
            }
        }
        return false;
    }
}
