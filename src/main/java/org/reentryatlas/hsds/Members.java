package org.reentryatlas.hsds;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.provider.Kind;

/** The members of HSDS records: which of them are kept, under what names, and which name the owner of a record. */
final class Members {
    /** Members that the specification has and a map of services does not need; persons' names are among them. */
    private static final Set<String> NOT_KEPT = Set.of(
            "contacts",
            "contact",
            "funding",
            "programs",
            "program",
            "program_id",
            "metadata",
            "organization_identifiers",
            "required_documents",
            "tax_status",
            "tax_id",
            "year_incorporated",
            "legal_status",
            "logo",
            "uri",
            "parent_organization_id",
            "wait_time",
            "accreditations",
            "licenses",
            "assurer_email",
            "alert",
            "last_modified",
            "interpretation_services",
            "external_identifier",
            "external_identifier_type",
            "attention",
            "region",
            "note",
            "schedule_link",
            "attending_type",
            "timezone",
            "wkst",
            "attributes");

    private static final Map<Kind, Set<String>> FIELDS = fields();
    private static final Map<String, String> OLDER_NAMES = Map.ofEntries(
            Map.entry("organization.url", "website"),
            Map.entry("service.fees_description", "fees"),
            Map.entry("language.language", "name"),
            Map.entry("accessibility.accessibility", "description"),
            Map.entry("service_area.service_area", "name"),
            Map.entry("cost_option.payment", "option"),
            Map.entry("service.maximum_capacity", "capacity"),
            Map.entry("capacity.maximum", "capacity"),
            Map.entry("schedule.original_text", "description"));
    /** Which members name the owners of a record of a kind, and of what kind those are. */
    private static final Map<String, Kind> OWNERS = Map.of(
            "organization_id", Kind.ORGANIZATION,
            "service_id", Kind.SERVICE,
            "location_id", Kind.LOCATION,
            "service_at_location_id", Kind.SERVICE_AT_LOCATION);

    private Members() {}

    /** The name that 3.0 has for a member, whatever the edition. */
    static String field(Kind kind, String member) {
        return OLDER_NAMES.getOrDefault(kind.code() + "." + member, member);
    }

    /** Of what kind the owner is that a member names; null when it names none. */
    static @Nullable Kind owner(String member) {
        return OWNERS.get(member);
    }

    /** Whether a record of a kind keeps a field. */
    static boolean isKept(Kind kind, String field) {
        return FIELDS.getOrDefault(kind, Set.of()).contains(field);
    }

    /** Whether the specification knows a field that is not kept. */
    static boolean isKnown(String field) {
        return field.equals("id") || NOT_KEPT.contains(field) || OWNERS.containsKey(field);
    }

    private static Map<Kind, Set<String>> fields() {
        Map<Kind, Set<String>> fields = new HashMap<>();
        fields.put(Kind.ORGANIZATION, Set.of("name", "alternate_name", "description", "email", "website"));
        fields.put(
                Kind.SERVICE,
                Set.of(
                        "name",
                        "alternate_name",
                        "description",
                        "url",
                        "email",
                        "status",
                        "application_process",
                        "fees",
                        "eligibility_description",
                        "minimum_age",
                        "maximum_age",
                        "assured_date",
                        "accepts_records",
                        "confidential",
                        "capacity"));
        fields.put(
                Kind.LOCATION,
                Set.of(
                        "name",
                        "description",
                        "transportation",
                        "location_type",
                        "confidential",
                        "latitude",
                        "longitude",
                        "alternate_name",
                        "url"));
        fields.put(Kind.SERVICE_AT_LOCATION, Set.of("description"));
        fields.put(
                Kind.ADDRESS,
                Set.of("address_type", "address_1", "address_2", "city", "state_province", "postal_code", "country"));
        fields.put(Kind.PHONE, Set.of("number", "extension", "type", "description"));
        fields.put(
                Kind.SCHEDULE,
                Set.of(
                        "weekday",
                        "opens_at",
                        "closes_at",
                        "valid_from",
                        "valid_to",
                        "dtstart",
                        "until",
                        "freq",
                        "interval",
                        "byday",
                        "bymonthday",
                        "byweekno",
                        "byyearday",
                        "count",
                        "description",
                        "notes"));
        fields.put(Kind.LANGUAGE, Set.of("name", "code"));
        fields.put(Kind.ACCESSIBILITY, Set.of("description", "details"));
        fields.put(Kind.COST_OPTION, Set.of("option", "amount", "currency", "amount_description"));
        fields.put(Kind.SERVICE_AREA, Set.of("name", "description", "extent", "extent_type"));
        fields.put(Kind.ELIGIBILITY, Set.of("eligibility"));
        fields.put(Kind.CAPACITY, Set.of("capacity"));
        fields.put(Kind.TERM, Set.of("term"));
        fields.put(Kind.TAXONOMY_TERM, Set.of("name"));
        return fields;
    }
}
