package org.reentryatlas.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.boundary.AreaSet;
import org.reentryatlas.boundary.AreaSetStore;
import org.reentryatlas.boundary.NewAreaSet;
import org.reentryatlas.db.Changes;
import org.reentryatlas.db.Database;

/** The vintages that are kept: which there are, a way back for a wrong one, and what may join them. */
public final class Vintages {
    private final Database database;

    public Vintages(Database database) {
        this.database = database;
    }

    /** All sets by level and day. */
    public List<AreaSet.Listed> list() {
        return database.inTransaction(handle -> new AreaSetStore(handle).list());
    }

    /**
     * Takes a set away as if it had never been loaded; the earlier set of its level holds on in its place.
     *
     * @return the set that is gone
     * @throws LoadRefusedException if there is no such set, a release uses it, or it was not confirmed
     */
    public AreaSet remove(long id, boolean confirmed) {
        return database.inTransaction(handle -> {
            AreaSetStore store = new AreaSetStore(handle);
            store.lock();
            AreaSet set = store.find(id)
                    .orElseThrow(() -> new LoadRefusedException(
                            "there is no set of boundaries " + id + "; 'atlas boundaries list' shows them"));
            if (set.gridOf() != null) {
                throw new LoadRefusedException("set %d holds the hexagons that were made for set %d, and goes with it"
                        .formatted(id, set.gridOf()));
            }
            requireUnreleased(store, set);
            if (!confirmed) {
                throw new LoadRefusedException("set %d (%s '%s', valid %s) would be removed; to remove it, add --yes"
                        .formatted(id, set.baseLevel().code(), set.source(), set.days()));
            }
            store.remove(set);
            Audit.on(handle)
                    .done(Action.DATA_REMOVED, set.baseLevel().code() + " " + set.source() + " of " + set.validFrom());
            return set;
        });
    }

    /**
     * Keeps the staged set beside the others of its level, or in place of an earlier edition of itself.
     *
     * @return what was done, a sentence each
     */
    static List<String> keep(AreaSetStore store, NewAreaSet set, LoadRequest request) {
        store.lock();
        Optional<LocalDate> file = store.findFile(set.baseLevel(), set.fingerprint());
        if (file.isPresent() && !file.get().equals(set.validFrom())) {
            return List.of("this very file is kept already, valid from " + file.get() + ": nothing changed");
        }
        List<String> notes = new ArrayList<>();
        Optional<AreaSet> earlier = store.findFrom(set.baseLevel(), set.validFrom());
        if (earlier.isPresent()) {
            Changes changes = store.compare(earlier.get());
            if (changes.isNone()) {
                return List.of(
                        "these areas are kept already, valid " + earlier.get().days() + ": nothing changed");
            }
            requireReplaceable(store, set, earlier.get(), changes, request);
            store.remove(earlier.get());
            notes.add("the edition that was kept before is replaced: " + changes.summary());
        }
        requireRoom(store, set, request);
        List<String> contradicted = store.listContradictedReleases(set.baseLevel(), set.validFrom(), set.validTo());
        Optional<AreaSet> before = store.findValid(set.baseLevel(), set.validFrom());
        store.insert(set).forEach((level, areas) -> notes.add("%s: %d kept".formatted(level.code(), areas)));
        before.ifPresent(older ->
                notes.add("the set that was valid from %s ends on %s".formatted(older.validFrom(), set.validFrom())));
        store.findFrom(set.baseLevel(), set.validFrom())
                .map(AreaSet::validTo)
                .ifPresent(end -> notes.add("this set is valid until " + end));
        if (!contradicted.isEmpty()) {
            notes.add(
                    "release %s was made with other boundaries of level %s, and stays; 'atlas release' of its date publishes these too, protected together with it"
                            .formatted(
                                    String.join(", ", contradicted),
                                    set.baseLevel().code()));
        }
        return notes;
    }

    private static void requireReplaceable(
            AreaSetStore store, NewAreaSet set, AreaSet earlier, Changes changes, LoadRequest request) {
        if (!earlier.source().equals(set.source())) {
            throw new LoadRefusedException(
                    ("%s: a set of level %s that is valid from %s is kept already, of source '%s' (%s); if this file is a"
                                    + " newer edition of it, add --source '%s', and if not, another --valid-from")
                            .formatted(
                                    request.file(),
                                    set.baseLevel().code(),
                                    set.validFrom(),
                                    earlier.source(),
                                    changes.summary(),
                                    earlier.source()));
        }
        requireUnreleased(store, earlier);
        request.requireConfirmed(changes);
    }

    private static void requireUnreleased(AreaSetStore store, AreaSet set) {
        List<String> releases = store.listReleases(set);
        if (!releases.isEmpty()) {
            throw new LoadRefusedException(
                    ("set %d (%s, valid %s) is used by release %s, and a released set is never changed or removed; load the"
                                    + " right boundaries as a set of their own, with a --valid-from after its reference date")
                            .formatted(set.id(), set.baseLevel().code(), set.days(), String.join(", ", releases)));
        }
    }

    /** A set must fit between the others. */
    private static void requireRoom(AreaSetStore store, NewAreaSet set, LoadRequest request) {
        LocalDate end = set.validTo();
        Optional<LocalDate> next = store.findNextStart(set.baseLevel(), set.validFrom());
        if (end != null && next.isPresent() && next.get().isBefore(end)) {
            throw new LoadRefusedException(
                    "%s: --valid-to %s: a set of level %s starts on %s already; leave --valid-to out or take an earlier day"
                            .formatted(request.file(), end, set.baseLevel().code(), next.get()));
        }
    }
}
