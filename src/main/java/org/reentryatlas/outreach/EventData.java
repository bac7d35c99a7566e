package org.reentryatlas.outreach;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.reentryatlas.http.Json;

/**
 * Events as search engines and calendars of towns read them: schema.org Event. Whether one was moved is not among what is said: of the
 * versions of a plan it is known which is published, and not which were.
 */
final class EventData {
    private static final String SCHEMA = "https://schema.org/";

    private final ZoneId zone;
    private final String jurisdiction;
    private final String server;

    /**
     * For a server.
     *
     * @param zone of the jurisdiction, in which all times are told
     * @param jurisdiction in whose name events are published
     * @param server scheme, host and port of the pages
     */
    EventData(ZoneId zone, String jurisdiction, String server) {
        this.zone = zone;
        this.jurisdiction = jurisdiction;
        this.server = server;
    }

    /** A moment with its offset, as ISO 8601 has it: 2026-12-05T09:00:00-07:00. */
    static String moment(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(zone).toOffsetDateTime());
    }

    /** The page of an event, without its language. */
    static String path(Stored stored) {
        return "/events/" + stored.id();
    }

    /** JSON-LD that can stand between the tags of a script: nothing in it can end that, or begin markup. */
    String script(Stored stored, PlanWords words) {
        return Json.write(event(stored, words))
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private ObjectNode event(Stored stored, PlanWords words) {
        Plan plan = stored.plan();
        ObjectNode event = Json.MAPPER
                .createObjectNode()
                .put("@context", "https://schema.org")
                .put("@type", "Event")
                .put("name", words.title(plan))
                .put("startDate", moment(stored.startsAt(), zone))
                .put("endDate", moment(stored.endsAt(), zone))
                .put("eventStatus", SCHEMA + (stored.isCancelled() ? "EventCancelled" : "EventScheduled"))
                .put("eventAttendanceMode", SCHEMA + "OfflineEventAttendanceMode")
                .put("isAccessibleForFree", true)
                .put("url", server + path(stored));
        String description = words.description(plan);
        if (!description.isEmpty()) {
            event.put("description", description);
        }
        Place rally = plan.rally();
        if (rally != null) {
            ObjectNode place = event.putObject("location")
                    .put("@type", "Place")
                    .put("name", rally.name().isEmpty() ? words.title(plan) : rally.name())
                    .put("address", jurisdiction);
            place.putObject("geo")
                    .put("@type", "GeoCoordinates")
                    .put("latitude", rally.lat())
                    .put("longitude", rally.lon());
        }
        event.putObject("organizer")
                .put("@type", "Organization")
                .put("name", jurisdiction)
                .put("url", server + "/events");
        return event;
    }
}
