package org.reentryatlas.intake;

import java.util.List;
import java.util.stream.Collectors;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.db.Database;
import org.reentryatlas.transit.FeedStore;

/** The feeds of public transport that are kept: which there are, and a way to be rid of one that runs no more. */
public final class Feeds {
    private final Database database;

    public Feeds(Database database) {
        this.database = database;
    }

    /** All of them by source. */
    public List<FeedStore.Kept> list() {
        return database.inTransaction(handle -> new FeedStore(handle).list());
    }

    /**
     * Takes a feed away as if it had never been loaded. Runs that were made with it stay as they are.
     *
     * @return the feed that is gone
     * @throws LoadRefusedException if there is no such feed, or it was not confirmed
     */
    public FeedStore.Kept remove(String source, boolean confirmed) {
        return database.inTransaction(handle -> {
            FeedStore store = new FeedStore(handle);
            List<FeedStore.Kept> feeds = store.list();
            FeedStore.Kept feed = feeds.stream()
                    .filter(kept -> kept.source().equals(source))
                    .findFirst()
                    .orElseThrow(() -> new LoadRefusedException(
                            "there is no feed of public transport '%s'; there is: %s".formatted(source, names(feeds))));
            if (!confirmed) {
                throw new LoadRefusedException(
                        "%s would be removed; to remove it, add --yes".formatted(describe(feed)));
            }
            store.remove(source);
            Audit.on(handle).done(Action.DATA_REMOVED, "transit " + source);
            return feed;
        });
    }

    private static String names(List<FeedStore.Kept> feeds) {
        return feeds.isEmpty()
                ? "none"
                : feeds.stream().map(FeedStore.Kept::source).collect(Collectors.joining(", "));
    }

    /** A feed and how much goes with it. */
    public static String describe(FeedStore.Kept feed) {
        return "feed '%s' (%d stops, %d trips, %d rules of changing)"
                .formatted(feed.source(), feed.stops(), feed.trips(), feed.changes());
    }
}
