package org.reentryatlas.app;

import org.reentryatlas.brief.ComingUp;
import org.reentryatlas.outreach.NextEvents;

/** What is planned, as pages of areas tell it: neither room knows the other. */
record BeatEvents(NextEvents events) implements ComingUp {
    @Override
    public String version() {
        return events.version();
    }

    @Override
    public OfArea of(String key) {
        return new OfArea(
                events.of(key).stream()
                        .map(event -> new Event(event.title(), event.starts(), event.ends(), event.place()))
                        .toList(),
                events.lastCleanUp(key));
    }
}
