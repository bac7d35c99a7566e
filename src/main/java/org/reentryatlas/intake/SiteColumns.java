package org.reentryatlas.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a flat list of services, and the names that files have for them. */
final class SiteColumns {
    /** Other names by column. */
    static final Map<String, List<String>> SYNONYMS = synonyms();

    private SiteColumns() {}

    private static Map<String, List<String>> synonyms() {
        Map<String, List<String>> synonyms = new HashMap<>(Positions.SYNONYMS);
        synonyms.put("id", List.of("program_id", "site_id", "service_uuid", "location_uuid", "objectid"));
        synonyms.put(
                "organization", List.of("agency", "organization_name", "organisation", "org", "department", "dept"));
        synonyms.put(
                "name",
                List.of(
                        "program",
                        "program_name",
                        "service",
                        "service_name",
                        "name_english",
                        "facility",
                        "facility_name",
                        "location_name",
                        "title"));
        synonyms.put("description", List.of("service_description"));
        synonyms.put("category", List.of("primary_category", "keyword", "service_type", "type"));
        synonyms.put("categories", List.of("services_categories"));
        synonyms.put("address", List.of("street_address", "address_1", "address1", "location_address", "location"));
        synonyms.put("address_2", List.of("address2", "suite", "unit"));
        synonyms.put("city", List.of());
        synonyms.put("state", List.of("state_province"));
        synonyms.put("postal_code", List.of("zip", "zip_code", "zipcode"));
        synonyms.put("address_type", List.of("location_type"));
        synonyms.put("phone", List.of("telephone", "phone_number", "ph_num"));
        synonyms.put("email", List.of("service_email"));
        synonyms.put("url", List.of("web_url", "website", "weburl", "web", "service_url"));
        synonyms.put("hours", List.of("business_hours", "opening_hours", "hours_of_operation"));
        synonyms.put("eligibility", List.of("eligibility_criteria"));
        synonyms.put("minimum_age", List.of("min_age", "service_min_age"));
        synonyms.put("maximum_age", List.of("max_age", "service_max_age"));
        synonyms.put("languages", List.of("language", "languages_spoken", "languages_spoken_english"));
        synonyms.put("fees", List.of());
        synonyms.put("capacity", List.of("beds"));
        synonyms.put("service_area", List.of("area_served", "areas_serv", "counties_served", "service_areas"));
        synonyms.put("accepts_records", List.of("accepts_convictions"));
        synonyms.put("wheelchair", List.of("accessible"));
        synonyms.put("accessibility", List.of("accessibility_features"));
        synonyms.put("confidential", List.of());
        synonyms.put("public", List.of("public_record"));
        synonyms.put("status", List.of());
        synonyms.put("last_verified", List.of("assured_date", "verified_on"));
        return synonyms;
    }
}
