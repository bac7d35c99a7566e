package org.reentryatlas.outreach;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.reentryatlas.http.Json;
import org.reentryatlas.identity.Agency;

/** Plans as the page and programs read them. */
final class PlanJson {
    /** What the agencies tell each other and nobody else. */
    private static final Set<String> INTERNAL = Set.of("notes", "permits");

    private PlanJson() {}

    /**
     * One of many, without what only its own page needs.
     *
     * @param isStaff whether somebody of the agencies reads it
     */
    static Map<String, Object> summary(Stored stored, boolean isStaff) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("id", stored.id());
        described.put("kind", stored.kind());
        described.put("state", state(stored, isStaff));
        described.put("version", stored.shownVersion());
        described.put("startsAt", stored.startsAt());
        described.put("endsAt", stored.endsAt());
        described.put("areas", stored.areas());
        if (stored.cancelReason() != null) {
            described.put("cancelReason", stored.cancelReason());
        }
        described.put("plan", heading(stored.plan()));
        return described;
    }

    /** What a calendar says of it. */
    private static Map<String, Object> heading(Plan plan) {
        Map<String, Object> heading = new LinkedHashMap<>();
        heading.put("kind", plan.kind());
        if (!plan.title().isEmpty()) {
            heading.put("title", plan.title());
        }
        heading.put("starts", plan.starts());
        heading.put("ends", plan.ends());
        Place rally = plan.rally();
        if (rally != null) {
            heading.put("rally", rally);
        }
        return heading;
    }

    /** All of one. */
    static Map<String, Object> whole(Stored stored, boolean isStaff, Map<String, Integer> signUps) {
        Map<String, Object> described = summary(stored, isStaff);
        described.put("plan", body(stored, isStaff));
        described.put("sequence", stored.sequence());
        described.put("changedAt", stored.changedAt());
        described.put("sites", stored.findings().sites());
        described.put("signUps", signUps);
        if (stored.plan() instanceof CleanUp cleanUp) {
            described.put("lastCall", cleanUp.lastCall());
            if (isStaff) {
                described.put("kit", Kit.of(cleanUp.volunteers()));
                described.put(
                        "due",
                        cleanUp.permits().stream()
                                .map(permit -> due(cleanUp, permit))
                                .toList());
            }
        }
        if (isStaff) {
            described.put("newestVersion", stored.version());
            described.put("publishedVersion", stored.publishedVersion() == null ? 0 : stored.publishedVersion());
            described.put("author", stored.author());
            described.put("notes", stored.findings().notes());
            described.put(
                    "consents", stored.consents().stream().map(Agency::code).toList());
            described.put(
                    "parties",
                    stored.plan().parties().stream().map(Agency::code).sorted().toList());
        }
        return described;
    }

    private static Map<String, Object> due(CleanUp cleanUp, Permit permit) {
        LocalDate day = cleanUp.starts().toLocalDate().minusDays(permit.leadDays());
        return Map.of(
                "name",
                permit.name(),
                "day",
                day,
                "isDone",
                !permit.controlNumber().isEmpty());
    }

    /** For others than the agencies a plan that is being changed is as it was published. */
    private static String state(Stored stored, boolean isStaff) {
        Stored.State state = stored.state();
        Stored.State told = !isStaff && state == Stored.State.CHANGING ? Stored.State.PUBLISHED : state;
        return told.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode body(Stored stored, boolean isStaff) {
        ObjectNode body = Json.MAPPER.valueToTree(stored.plan());
        return isStaff ? body : body.without(List.copyOf(INTERNAL));
    }
}
