package org.reentryatlas.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;

/**
 * Speed of the audit log beside its targets, on the server that the environment names and that keeps what it says it does (fsync). Ends with 1
 * where a target is missed.
 */
public final class AuditBench {
    private static final int WRITERS = 8;
    private static final double SECONDS = 10;
    private static final double LEAST_RATE = 1_000;
    private static final int PACE = 50;
    private static final double MOST_MILLIS = 10;
    private static final long ROWS = 1_000_000;
    private static final int BATCH = 10_000;
    private static final double MOST_SECONDS = 30;

    private final List<Database> desks = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    private boolean isGood = true;

    private AuditBench() {}

    /** Runs it and exits. */
    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        AuditBench bench = new AuditBench();
        // Two servers, since a server has four connections that write.
        bench.desks.add(connect(Role.DESK));
        bench.desks.add(connect(Role.DESK));
        IntConsumer append = bench::append;
        bench.write(append, 3);
        double plain = bench.write(bench::commit, SECONDS);
        double rate = bench.write(append, SECONDS);
        System.out.printf(
                "  %10.0f plain commits a second, %d writers, which write nothing but to the disk%n", plain, WRITERS);
        bench.say(
                "appends a second, %d writers, one a transaction".formatted(WRITERS),
                rate,
                "%.0f",
                LEAST_RATE,
                rate >= LEAST_RATE);
        double alone = bench.pace(bench::commit, "plain commits");
        double p99 = bench.pace(append, "appends");
        bench.say(
                "ms p99 of appends; plain commits %.2f".formatted(alone), p99, "%.2f", MOST_MILLIS, p99 <= MOST_MILLIS);
        bench.verify();
        System.exit(bench.isGood ? 0 : 1);
    }

    private static Database connect(Role role) {
        return Database.connect(
                System.getenv("ATLAS_DB_URL"), role, System.getenv("ATLAS_DB_" + role + "_PASSWORD"), WRITERS);
    }

    /** The least that any transaction takes that is safe on the disk. */
    private void commit(int writer) {
        desks.get(writer % desks.size())
                .useTransaction(
                        handle -> handle.execute("select pg_logical_emit_message(true, 'bench', ?)", "x".repeat(400)));
    }

    private void append(int writer) {
        desks.get(writer % desks.size())
                .useTransaction(handle -> Audit.on(handle)
                        .done(
                                By.account("CSO unit " + writer, "192.0.2." + writer),
                                Action.PLAN_SAVED,
                                "b9aa1a52-0000-4000-8000-00000000000" + writer));
    }

    private double write(IntConsumer action, double seconds) throws Exception {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        List<Callable<Long>> work = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            work.add(() -> {
                long done = 0;
                for (; System.nanoTime() < end; done++) {
                    action.accept(writer);
                }
                return done;
            });
        }
        long done = 0;
        for (Future<Long> future : threads.invokeAll(work)) {
            done += future.get();
        }
        return done / ((System.nanoTime() - start) / 1e9);
    }

    /** Each is measured from when it was due, so that one that waits makes those after it late, too. */
    private double pace(IntConsumer action, String what) throws Exception {
        int times = 3 * (int) SECONDS * PACE;
        long start = System.nanoTime() + 100_000_000;
        long[] took = new long[times];
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            work.add(() -> {
                for (int n = writer; n < times; n += WRITERS) {
                    long due = start + n * (1_000_000_000L / PACE);
                    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                        LockSupport.parkNanos(left);
                    }
                    action.accept(writer);
                    took[n] = System.nanoTime() - due;
                }
                return null;
            });
        }
        for (Future<Void> future : threads.invokeAll(work)) {
            future.get();
        }
        long[] sorted = LongStream.of(took).sorted().toArray();
        System.out.printf(
                "  %10.2f ms p50 and %.1f at most of %s, %d a second%n",
                sorted[times / 2] / 1e6, sorted[times - 1] / 1e6, what, PACE);
        return sorted[times * 99 / 100] / 1e6;
    }

    private void verify() {
        try (Database audit = connect(Role.AUDIT);
                Database steward = connect(Role.STEWARD)) {
            AuditLog log = new AuditLog(audit);
            long has = log.verify(null, read -> {}).entries();
            String[] ids = new String[BATCH];
            Arrays.setAll(ids, i -> "object " + i);
            long start = System.nanoTime();
            long added = 0;
            for (; has + added < ROWS; added += BATCH) {
                steward.useTransaction(
                        handle -> Audit.on(handle).done(By.commandLine(), Action.DATA_LOADED, List.of(ids)));
            }
            System.out.printf(
                    "  %10.0f appends a second by one, %d a transaction%n",
                    added / ((System.nanoTime() - start) / 1e9), BATCH);
            start = System.nanoTime();
            Verified verified = log.verify(null, read -> {});
            double seconds = (System.nanoTime() - start) / 1e9;
            isGood &= verified.holds();
            say(
                    "s to verify %d entries (%s)"
                            .formatted(verified.entries(), verified.holds() ? "all hold" : "BROKEN"),
                    seconds,
                    "%.1f",
                    MOST_SECONDS,
                    seconds <= MOST_SECONDS);
        }
    }

    private void say(String what, double value, String format, double target, boolean isMet) {
        isGood &= isMet;
        System.out.printf("  %10s %s; target %.0f%s%n", format.formatted(value), what, target, isMet ? "" : "  MISSED");
    }
}
