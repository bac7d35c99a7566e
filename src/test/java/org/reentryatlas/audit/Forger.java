package org.reentryatlas.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/** Whoever owns the tables changes the log past its triggers, as well as they know how. Each way is undone by whoever asks. */
final class Forger {
    static final List<String> WAYS = List.of(
            "change",
            "change and make the hash anew",
            "change the hash",
            "change the hash before",
            "change the time",
            "remove",
            "remove and close the gap",
            "insert and move the others",
            "swap",
            "cut off the end");

    private static final String DIGEST = "update audit.entry e set hash = audit.digest(e) where seq = ?";

    private final Handle handle;
    private final RandomGenerator random;
    private final long entries;

    Forger(Handle handle, RandomGenerator random, long entries) {
        this.handle = handle;
        this.random = random;
        this.entries = entries;
    }

    /** Does it, and answers at which entry it has to be found. */
    long forge(String way) {
        // The last one can be made anew by whoever can append, and only a head tells; so can what follows nothing.
        long seq = 2 + random.nextLong(entries - 2);
        switch (way) {
            case "change" ->
                handle.execute("update audit.entry set " + field() + " = " + field() + " || 'x' where seq = ?", seq);
            case "change and make the hash anew" -> {
                seq = Math.min(seq, entries - 1);
                handle.execute("update audit.entry set actor = actor || 'x' where seq = ?", seq);
                handle.execute(DIGEST, seq);
            }
            case "change the hash" -> handle.execute("update audit.entry set hash = sha256(hash) where seq = ?", seq);
            case "change the hash before" ->
                handle.execute("update audit.entry set previous_hash = sha256(previous_hash) where seq = ?", seq);
            case "change the time" ->
                handle.execute("update audit.entry set at = at + interval '1 millisecond' where seq = ?", seq);
            case "remove" -> handle.execute("delete from audit.entry where seq = ?", seq);
            case "remove and close the gap" -> {
                handle.execute("delete from audit.entry where seq = ?", seq);
                move(seq, -1);
            }
            case "insert and move the others" -> insert(seq);
            case "swap" -> seq = swap(seq);
            case "cut off the end" -> handle.execute("delete from audit.entry where seq >= ?", seq);
            default -> throw new IllegalArgumentException(way);
        }
        return seq;
    }

    private static String field() {
        return "object_id";
    }

    private void move(long from, int by) {
        handle.execute("update audit.entry set seq = -seq where seq >= ?", from);
        handle.execute("update audit.entry set seq = -seq + ? where seq < 0", by);
    }

    /** Half of them as a forger who knows the function of the hash, and half as one who does not. */
    private void insert(long seq) {
        move(seq, 1);
        handle.execute(
                "insert into audit.entry select chain, ?, at, role, 'forger', place, action, object_kind, object_id, outcome, purpose,"
                        + " hash, sha256(hash) from audit.entry where seq = ?",
                seq,
                seq - 1);
        if (random.nextBoolean()) {
            handle.execute(DIGEST, seq);
        }
    }

    private long swap(long one) {
        long other = 2 + random.nextLong(entries - 2);
        if (other == one) {
            other = one == 2 ? 3 : one - 1;
        }
        handle.execute("update audit.entry set seq = -1 where seq = ?", one);
        handle.execute("update audit.entry set seq = ? where seq = ?", one, other);
        handle.execute("update audit.entry set seq = ? where seq = -1", other);
        return Math.min(one, other);
    }

    /** What a signed head of now would say. */
    static Head head(Handle handle) {
        return new Head(Head.links(new EntryStore(handle).last()), "");
    }

    static Verified walk(Handle handle, Head head) {
        LogWalk walk = new LogWalk(head);
        new EntryStore(handle).forEach(walk::take);
        return walk.end();
    }

    /** Appends so many entries of all kinds of web actions. */
    static void fill(Handle handle, int entries) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            ids.add("object " + i + (i % 7 == 0 ? " ñ:3:x" : ""));
        }
        Audit.on(handle).done(By.account("CSO unit 4", "2001:db8::7"), Action.PLAN_SAVED, ids);
    }
}
