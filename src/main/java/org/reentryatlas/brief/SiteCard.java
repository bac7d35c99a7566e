package org.reentryatlas.brief;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a page says about a service site, in one language. */
record SiteCard(Site site, Words words) {
    private static final Pattern LANGUAGE_CODE = Pattern.compile("[a-z]{2,3}");
    /** What a telephone's number may hold beside an extension, as the map page has it. */
    private static final Pattern PHONE =
            Pattern.compile("^([^a-z]*?)(?:\\s*(?:ext\\.?|x|extension)\\s*(\\d{1,6}))?$", Pattern.CASE_INSENSITIVE);

    private static final int FEWEST_DIGITS = 3;

    /** What the templates take: texts, and nothing where the directory says nothing. */
    Map<String, Object> describe() {
        Map<String, Object> shown = new LinkedHashMap<>();
        String organization = site.text("organization");
        shown.put("name", site.name());
        shown.put("organization", optional(site.name().startsWith(organization) ? "" : organization));
        shown.put("address", address());
        shown.put("phone", optional(site.text("phone")).map(phone -> Map.of("number", phone, "tel", telephone(phone))));
        shown.put("hours", optional(site.text("hours")));
        shown.put("hourParts", List.of(site.text("hours").split("(?<=;)\\s*")));
        shown.put("records", words.say(site.acceptsRecords().isEmpty() ? "notStated" : site.acceptsRecords()));
        shown.put("recordsNote", recordsNote(site.acceptsRecords()));
        shown.put("eligibility", optional(site.text("eligibility")).map(who -> words.say("eligibility", who)));
        shown.put("speaks", optional(languages(site.text("languages"))).map(names -> words.say("speaks", names)));
        return shown;
    }

    /** What to ask or to know first, where it is not simply yes or no. */
    private Optional<String> recordsNote(String accepts) {
        return switch (accepts) {
            case "" -> Optional.of(words.say("recordsUnknown"));
            case "case_by_case" -> Optional.of(words.say("recordsByCase"));
            default -> Optional.empty();
        };
    }

    private String address() {
        if (site.isConfidential()) {
            return words.say("confidential");
        }
        String address = optional(site.address()).orElse(words.say("notStated"));
        return site.place().isPresent() ? address : address + " (" + words.say("notOnMap") + ")";
    }

    private static Optional<String> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Codes such as {@code en;es} by their names; whatever else as it is. */
    private String languages(String codes) {
        return Stream.of(codes.split("\\s*[;,]\\s*"))
                .map(code -> LANGUAGE_CODE.matcher(code).matches()
                        ? Locale.forLanguageTag(code).getDisplayLanguage(words.locale())
                        : code)
                .collect(Collectors.joining(", "));
    }

    /** A {@code tel:} address for a number as the directory has it, if it is one. */
    private static Optional<String> telephone(String phone) {
        var match = PHONE.matcher(phone);
        if (!match.matches()) {
            return Optional.empty();
        }
        String digits = match.group(1).replaceAll("(?!^\\+)\\D", "");
        String extension = match.group(2);
        return digits.replace("+", "").length() < FEWEST_DIGITS
                ? Optional.empty()
                : Optional.of("tel:" + digits + (extension == null ? "" : ";ext=" + extension));
    }
}
