package org.reentryatlas.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.reentryatlas.transit.FeedStore;

/** What the owner of a feed should know of it, in words. */
final class TransitNotes {
    private TransitNotes() {}

    static List<String> of(FeedStore.Account account, LocalDate today) {
        List<String> notes = new ArrayList<>();
        LocalDate last = account.lastDay();
        notes.add("%d stops and %d trips, from %s to %s"
                .formatted(account.stops(), account.trips(), account.firstDay(), last));
        if (last != null && last.isBefore(today)) {
            notes.add("its calendar ended on %s: look for a newer feed".formatted(last));
        } else {
            add(notes, account.tripsOver(), "%d trips run on no day from today on");
        }
        add(notes, account.tripsWithoutStops(), "%d trips call nowhere and are left out");
        add(notes, account.otherPlaces(), "%d stations, entrances and the like are not used: no vehicle calls there");
        add(notes, account.untimed(), "%d calls have no time and get one between those around them, in equal parts");
        add(notes, account.onDemand(), "%d calls are on demand in an area and are not used");
        add(notes, account.changesLeftOut(), "%d rules of changing hold for single routes or trips and are not used");
        add(
                notes,
                account.farStops(),
                "%d stops are further than 10 km from every beat; check that it is the feed of this city");
        return notes;
    }

    private static void add(List<String> notes, long count, String words) {
        if (count > 0) {
            notes.add(words.formatted(count));
        }
    }
}
