package org.reentryatlas.agreement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads agreements from YAML, strictly: what is missing, unknown or cannot be is named. */
public final class AgreementFile {
    private static final int MOST_YEARS = 20;
    private static final int MOST_RETENTION = 3_660;
    private static final int SMALLEST_K = 11;
    private static final int MOST_BREACH_HOURS = 72;
    private static final String LICENCE = "licence";
    private static final int LONGEST_NAME = 200;

    private static final ObjectMapper JSON = strict(JsonMapper.builder());
    private static final ObjectMapper YAML = strict(YAMLMapper.builder());

    private AgreementFile() {}

    private static ObjectMapper strict(MapperBuilder<?, ?> builder) {
        return builder.addModule(new JavaTimeModule())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    /**
     * Reads one.
     *
     * @param elements all fields that a caseload can have
     * @param roles all that an account can have
     * @throws AgreementFault naming what cannot be
     * @throws IOException if the file cannot be read
     */
    public static Agreement read(Path file, Set<String> elements, Set<String> roles) throws IOException {
        Agreement agreement = parse(file, Files.readString(file));
        List<String> faults = faults(agreement, elements, roles);
        if (!faults.isEmpty()) {
            throw new AgreementFault(file + ": " + String.join("; ", faults) + "; nothing was kept");
        }
        return agreement;
    }

    private static Agreement parse(Path file, String text) {
        try {
            return read(YAML, tree(text));
        } catch (JsonMappingException e) {
            String path = e.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                    .collect(Collectors.joining("."));
            throw new AgreementFault(
                    "%s: %s%s; nothing was kept".formatted(file, path.isEmpty() ? "" : path + " ", what(e)));
        } catch (JsonProcessingException e) {
            throw new AgreementFault(
                    "%s: it is no YAML: %s; nothing was kept".formatted(file, inOneLine(e.getOriginalMessage())));
        }
    }

    /** The library says in several where the fault is, and what stands there. */
    private static String inOneLine(String message) {
        String line = message.lines().map(String::strip).collect(Collectors.joining(" "));
        return line.substring(0, Math.min(line.length(), LONGEST_NAME));
    }

    /** Where it is no YAML it is read as an agreement, which names the field where it broke off. */
    private static JsonNode tree(String text) throws JsonProcessingException {
        try {
            return YAML.readTree(text);
        } catch (JsonProcessingException e) {
            YAML.readValue(text, Agreement.class);
            throw e;
        }
    }

    /** What is no licence says nothing of one, and need not know that others do. */
    private static Agreement read(ObjectMapper mapper, JsonNode tree) throws JsonProcessingException {
        if (tree instanceof ObjectNode agreement && !agreement.has(LICENCE)) {
            agreement.set(LICENCE, mapper.valueToTree(Agreement.Licence.NONE));
        }
        return mapper.treeToValue(tree, Agreement.class);
    }

    /** As it is kept. */
    static String toJson(Agreement agreement) {
        ObjectNode tree = JSON.valueToTree(agreement);
        if (!agreement.hasLicence()) {
            tree.remove(LICENCE);
        }
        return tree.toString();
    }

    /**
     * One that is kept.
     *
     * @throws IllegalStateException if it cannot be read
     */
    static Agreement ofJson(String json) {
        try {
            return read(JSON, JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an agreement that is kept cannot be read", e);
        }
    }

    /** In our words where the library's are of its classes. */
    private static String what(JsonMappingException e) {
        String message = firstLine(e.getOriginalMessage());
        if (e instanceof UnrecognizedPropertyException) {
            return "is no field of an agreement";
        }
        if (message.startsWith("Missing creator property") || message.startsWith("Null value")) {
            return "is missing";
        }
        if (e instanceof InvalidFormatException invalid) {
            return "cannot be '" + invalid.getValue() + "'";
        }
        return e instanceof MismatchedInputException
                ? "is not of the kind that it must be"
                : "cannot be read: " + message;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static List<String> faults(Agreement agreement, Set<String> elements, Set<String> roles) {
        List<String> faults = new ArrayList<>();
        require(
                faults,
                agreement.id().matches("[A-Za-z0-9][A-Za-z0-9._-]{1,39}"),
                "id is not 2 to 40 letters, digits, dots, hyphens and underscores");
        require(faults, agreement.parties().size() >= 2, "parties are fewer than two");
        require(faults, !agreement.purposes().isEmpty(), "purposes are missing");
        require(faults, !agreement.signatures().isEmpty(), "signatures are missing: it binds nobody");
        requireText(faults, "legal_authority", agreement.legalAuthority());
        requireText(faults, "population", agreement.population());
        requireText(faults, "area", agreement.area());
        requireText(faults, "transfer", agreement.transfer());
        requireText(faults, "redisclosure", agreement.redisclosure());
        requireText(faults, "security", agreement.security());
        requireText(faults, "audit_right", agreement.auditRight());
        agreement.elements().stream()
                .filter(element -> !elements.contains(element))
                .forEach(element -> faults.add("elements: '" + element + "' is no field of a caseload, which are "
                        + elements.stream().sorted().collect(Collectors.joining(", "))));
        agreement.roles().stream()
                .filter(role -> !roles.contains(role))
                .forEach(role -> faults.add("roles: '" + role + "' is no role"));
        require(
                faults,
                new HashSet<>(agreement.elements()).size()
                        == agreement.elements().size(),
                "elements name one twice");
        require(faults, !agreement.ends().isBefore(agreement.starts()), "ends is before starts");
        require(
                faults,
                ChronoUnit.YEARS.between(agreement.starts(), agreement.ends()) < MOST_YEARS
                        && agreement.starts().getYear() >= 2000
                        && agreement.ends().getYear() <= 2200,
                "starts and ends are more than " + MOST_YEARS + " years apart, or not in these centuries");
        require(faults, agreement.outputRule().k() >= SMALLEST_K, "output_rule.k is less than " + SMALLEST_K);
        require(
                faults,
                agreement.retentionDays() >= 1 && agreement.retentionDays() <= MOST_RETENTION,
                "retention_days is not from 1 to " + MOST_RETENTION);
        require(
                faults,
                agreement.breach().hours() >= 1 && agreement.breach().hours() <= MOST_BREACH_HOURS,
                "breach.hours is not from 1 to " + MOST_BREACH_HOURS);
        Set<String> parties =
                agreement.parties().stream().map(Agreement.Party::name).collect(Collectors.toSet());
        agreement.signatures().stream()
                .filter(signature -> !parties.contains(signature.party()))
                .forEach(signature -> faults.add("signatures: '" + signature.party() + "' is no party"));
        parties.stream()
                .filter(party -> agreement.signatures().stream()
                        .noneMatch(signature -> signature.party().equals(party)))
                .sorted()
                .forEach(party -> faults.add("signatures: that of '" + party + "' is missing"));
        addFaultsOfLicence(faults, agreement, parties);
        return faults;
    }

    private static void addFaultsOfLicence(List<String> faults, Agreement agreement, Set<String> parties) {
        Agreement.Licence licence = agreement.licence();
        if (!agreement.hasLicence()) {
            require(faults, licence.equals(Agreement.Licence.NONE), "licence is for the kind dul alone");
            return;
        }
        require(
                faults,
                !licence.equals(Agreement.Licence.NONE),
                "licence is missing: a dul names recipient, address and under");
        require(
                faults,
                parties.contains(licence.recipient()) || licence.recipient().isEmpty(),
                "licence.recipient: '" + licence.recipient() + "' is no party");
        for (String text : List.of(licence.recipient(), licence.address(), licence.under())) {
            require(
                    faults,
                    licence.equals(Agreement.Licence.NONE) || (!text.isBlank() && text.length() <= LONGEST_NAME),
                    "licence has an empty field, or one longer than " + LONGEST_NAME + " characters");
        }
        require(faults, !licence.under().equals(agreement.id()), "licence.under is the licence itself");
    }

    private static void require(List<String> faults, boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }

    private static void requireText(List<String> faults, String field, String text) {
        require(faults, !text.isBlank() && text.length() <= 2_000, field + " is empty or longer than 2,000 characters");
    }
}
