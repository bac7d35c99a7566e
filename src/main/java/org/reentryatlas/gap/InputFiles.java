package org.reentryatlas.gap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.travel.Mode;
import org.reentryatlas.travel.Timetable;
import org.reentryatlas.travel.Travel;

import static java.util.Objects.requireNonNull;

/**
 * What a run is made of, as files that anybody can download: {@code gap.json} with the rules, {@code origins.csv}, {@code
 * sites.csv} and {@code network.csv}, and those of {@link TransitFiles} where something is known of public transport. A run computes with what it reads back from them, and so does whoever checks it.
 */
final class InputFiles {
    static final String RULES = "gap.json";
    static final String ORIGINS = "origins.csv";
    static final String SITES = "sites.csv";

    /** Of runs that say nothing of what they measure: those of before. */
    private static final int FORMAT_BEFORE = 2;

    private static final int FORMAT = 3;

    /** Shares are decimal numbers, and stay what they are. */
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final String LIST_SEPARATOR = "|";

    private InputFiles() {}

    /** The files by name, in the order in which they are listed. */
    static Map<String, String> write(GapInput input) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(RULES, rules(input));
        files.put(
                ORIGINS,
                CsvText.write(
                        Stream.concat(input.bases().stream(), Stream.of("lon", "lat", "homes"))
                                .toList(),
                        input.origins(),
                        InputFiles::fields));
        files.put(
                SITES,
                CsvText.write(
                        List.of("id", "name", "lon", "lat", "categories", "capacity", "opening_hours"),
                        input.sites(),
                        site -> List.of(
                                site.id(),
                                site.name(),
                                CsvText.degrees(site.place().longitude()),
                                CsvText.degrees(site.place().latitude()),
                                String.join(LIST_SEPARATOR, site.categories()),
                                CsvText.number(site.capacity()),
                                site.openingHours())));
        files.put(NetworkFile.NAME, NetworkFile.write(input.network()));
        Timetable timetable = input.timetable();
        if (timetable != null) {
            files.putAll(TransitFiles.write(timetable));
        }
        return files;
    }

    private static String rules(GapInput input) {
        ObjectNode rules = JSON.createObjectNode();
        boolean isOfBefore = input.measures().equals(Measures.OF_BEFORE);
        rules.put("format", isOfBefore ? FORMAT_BEFORE : FORMAT);
        rules.put("release", input.release());
        var bases = rules.putArray("base_levels");
        input.bases().forEach(bases::add);
        ObjectNode travel = rules.putObject("travel");
        for (Mode mode : List.of(Mode.WALK, Mode.DRIVE)) {
            travel.put(mode.code() + "_kmh", mode.kmh());
        }
        LocalDate changed = input.streetsChanged();
        travel.put("streets_changed", changed == null ? null : changed.toString());
        if (!input.credits().isEmpty()) {
            input.credits().forEach(travel.putArray("streets_credits")::add);
        }
        travel.put("detour", Travel.DETOUR);
        travel.put("limit_s", Travel.LIMIT);
        Timetable timetable = input.timetable();
        if (timetable != null) {
            TransitFiles.describe(timetable, travel.putObject("transit"));
        }
        var demand = rules.putArray("demand");
        for (DemandRule rule : input.rules()) {
            demand.addObject()
                    .put("category", rule.category())
                    .put("measure", rule.measure())
                    .put("share", rule.share())
                    .put("source", rule.source());
        }
        if (!isOfBefore) {
            rules.put("access", input.measures().access().code());
            input.measures().times().stream().map(Moment::code).forEach(rules.putArray("times")::add);
        }
        return rules.toPrettyString() + "\n";
    }

    /**
     * What the files hold.
     *
     * @param files the text of each by its name
     * @throws GapException if one of them cannot be read, naming it and the line
     */
    static GapInput read(UnaryOperator<String> files) {
        String text = files.apply(RULES);
        JsonNode rules;
        try {
            rules = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new GapException(RULES + " is not JSON", e);
        }
        int format = rules.path("format").asInt();
        if (format != FORMAT && format != FORMAT_BEFORE) {
            throw new GapException(RULES + " is of another version of the program: its format is neither "
                    + FORMAT_BEFORE + " nor " + FORMAT);
        }
        List<String> bases = new ArrayList<>();
        rules.path("base_levels").forEach(base -> bases.add(base.asText()));
        if (bases.isEmpty()) {
            throw new GapException(RULES + " names no base level");
        }
        GapInput input = new GapInput(
                rules.path("release").asText(),
                bases,
                demand(rules.path("demand")),
                CsvText.read(ORIGINS, files.apply(ORIGINS), row -> origin(row, bases)),
                CsvText.read(SITES, files.apply(SITES), InputFiles::site),
                day(rules.path("travel").path("streets_changed")),
                NetworkFile.read(files.apply(NetworkFile.NAME)),
                words(rules.path("travel").path("streets_credits")),
                format == FORMAT ? measures(rules) : Measures.OF_BEFORE,
                TransitFiles.read(rules.path("travel").path("transit"), files));
        if (!input.release().matches("\\d{4}-\\d{2}-\\d{2}\\.\\d{1,9}")) {
            throw new GapException(RULES + " names no release");
        }
        // Speeds and limits are those of the program, so a file that names others is not one that it could have
        // computed with.
        if (!rules(input).equals(text)) {
            throw new GapException(RULES + " is not as this program writes it: it is changed, or of another version");
        }
        return input;
    }

    private static Measures measures(JsonNode rules) {
        String access = rules.path("access").asText();
        try {
            return new Measures(
                    AccessMeasure.of(access)
                            .orElseThrow(() -> new GapException(RULES + " names no measure of access: " + access)),
                    words(rules.path("times")).stream()
                            .map(time -> Moment.parse(time)
                                    .orElseThrow(() ->
                                            new GapException(RULES + " has a time of the week that is none: " + time)))
                            .toList());
        } catch (IllegalArgumentException e) {
            throw new GapException(RULES + " " + e.getMessage(), e);
        }
    }

    private static List<DemandRule> demand(JsonNode rules) {
        List<DemandRule> demand = new ArrayList<>();
        try {
            rules.forEach(rule -> demand.add(new DemandRule(
                    rule.path("category").asText(),
                    rule.path("measure").asText(),
                    rule.path("share").decimalValue(),
                    rule.path("source").asText())));
        } catch (IllegalArgumentException e) {
            throw new GapException(RULES + ": " + e.getMessage(), e);
        }
        return demand;
    }

    private static List<String> words(JsonNode texts) {
        List<String> words = new ArrayList<>();
        texts.forEach(text -> words.add(text.asText()));
        return words;
    }

    private static @Nullable LocalDate day(JsonNode text) {
        try {
            return text.isTextual() ? LocalDate.parse(text.textValue()) : null;
        } catch (DateTimeParseException e) {
            throw new GapException(RULES + " has a day that is none", e);
        }
    }

    private static List<String> fields(Origin origin) {
        List<String> fields = new ArrayList<>(origin.areas());
        fields.add(CsvText.degrees(origin.place().longitude()));
        fields.add(CsvText.degrees(origin.place().latitude()));
        fields.add(Integer.toString(origin.homes()));
        return fields;
    }

    private static Origin origin(NamedCsvRecord row, List<String> bases) {
        return new Origin(
                bases.stream().map(row::getField).toList(),
                CsvText.place(row, ""),
                Integer.parseInt(row.getField("homes")));
    }

    private static Site site(NamedCsvRecord row) {
        String capacity = row.getField("capacity");
        String categories = row.getField("categories");
        return new Site(
                row.getField("id"),
                row.getField("name"),
                CsvText.place(row, ""),
                categories.isEmpty() ? List.of() : List.of(categories.split("\\|", -1)),
                capacity.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(capacity)),
                // Runs of before say nothing of them.
                row.findField("opening_hours").orElse(""));
    }

    /** The text of one of several files. */
    static String text(Map<String, String> files, String name) {
        return requireNonNull(files.get(name), name);
    }
}
