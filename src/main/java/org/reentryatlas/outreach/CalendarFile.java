package org.reentryatlas.outreach;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Action;
import net.fortuna.ical4j.model.property.Clazz;
import net.fortuna.ical4j.model.property.Comment;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Geo;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/** Plans as iCalendar (RFC 5545): one event for each, known by its UID whatever becomes of it. */
final class CalendarFile {
    static final String MEDIA_TYPE = "text/calendar; charset=utf-8";

    /** Read from the library's own files: nobody is asked for newer ones. */
    private static final TimeZoneRegistry ZONES;

    static {
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
        ZONES = TimeZoneRegistryFactory.getInstance().createRegistry();
    }

    private final ZoneId zone;
    /** Null for a zone that the library does not know: times are told in UTC then. */
    private final @Nullable TimeZone known;

    private final String name;
    private final String server;
    private final PlanWords words;

    /**
     * A calendar.
     *
     * @param zone of the jurisdiction, in which all times are told
     * @param name that readers show for it
     * @param server scheme, host and port of the pages that events link to
     */
    CalendarFile(ZoneId zone, String name, String server, PlanWords words) {
        this.zone = zone;
        this.known = ZONES.getTimeZone(zone.getId());
        this.name = name;
        this.server = server;
        this.words = words;
    }

    /**
     * The text, lines ended and folded as the standard asks.
     *
     * @param reminder of each event; of none that is called off
     */
    String write(List<Stored> plans, Optional<Reminder> reminder) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Reentry Atlas//Outreach//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", name));
        if (known != null && !plans.isEmpty()) {
            calendar.add(known.getVTimeZone());
        }
        plans.forEach(plan -> {
            VEvent event = event(plan);
            reminder.filter(any -> !plan.isCancelled()).ifPresent(before -> addAlarm(event, before, plan));
            calendar.add(event);
        });
        return Folding.fold(calendar.toString());
    }

    private VEvent event(Stored stored) {
        Plan plan = stored.plan();
        // Not of the moment at which it is asked for, or the same calendar would be other bytes each time.
        VEvent event = new VEvent(false);
        event.add(new Uid(stored.id() + "@reentry-atlas"));
        event.add(new DtStamp(stored.changedAt()));
        event.add(new LastModified(stored.changedAt()));
        event.add(new Sequence(stored.sequence()));
        event.add(known == null ? new DtStart<>(stored.startsAt()) : new DtStart<>(local(stored.startsAt())));
        event.add(known == null ? new DtEnd<>(stored.endsAt()) : new DtEnd<>(local(stored.endsAt())));
        event.add(new Summary(words.title(plan)));
        String description = words.description(plan);
        if (!description.isEmpty()) {
            event.add(new Description(description));
        }
        event.add(new Status(status(stored)));
        event.add(new Clazz(plan.isPublic() ? Clazz.VALUE_PUBLIC : Clazz.VALUE_CONFIDENTIAL));
        String reason = stored.cancelReason();
        if (reason != null) {
            event.add(new Comment(reason));
        }
        addPlace(event, plan);
        event.add(new Url(URI.create(server + "/outreach.html#plan=" + stored.id())));
        return event;
    }

    private void addAlarm(VEvent event, Reminder before, Stored stored) {
        VAlarm alarm = new VAlarm(before.before().negated());
        alarm.add(new Action(Action.VALUE_DISPLAY));
        alarm.add(new Description(words.title(stored.plan())));
        event.add(alarm);
    }

    private ZonedDateTime local(Instant moment) {
        return moment.atZone(zone);
    }

    private static String status(Stored stored) {
        return switch (stored.state()) {
            case CANCELLED -> Status.VALUE_CANCELLED;
            case DRAFT -> Status.VALUE_TENTATIVE;
            default -> Status.VALUE_CONFIRMED;
        };
    }

    private static void addPlace(VEvent event, Plan plan) {
        Place rally = plan.rally();
        if (rally != null) {
            if (!rally.name().isEmpty()) {
                event.add(new Location(rally.name()));
            }
            event.add(new Geo(rally.lat() + ";" + rally.lon()));
        }
    }
}
