package org.reentryatlas.gdal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Another program at work: its output is read as a stream, and it ends with this process or when it falls silent. It gets a
 * bounded memory and none of our environment, in which passwords stand.
 */
public final class Child implements AutoCloseable {
    /** A program that says nothing for so long while we wait for it hangs. */
    private static final long LONGEST_SILENCE_SECONDS = 120;

    private static final int MOST_COMPLAINTS = 1 << 14;
    /**
     * Address space is in kibibytes: 4 GiB. Nothing is ever written to its standard input, which the system closes when this
     * process ends, even by SIGKILL: that ends the program too.
     */
    private static final String BOUNDED = """
            ulimit -v 4194304
            exec 3<&0
            "$0" "$@" </dev/null 3<&- &
            program=$!
            { read -r _ <&3; kill -KILL "$program"; } >/dev/null 2>&1 &
            watch=$!
            wait "$program"
            code=$?
            kill -KILL "$watch" 2>/dev/null
            exit "$code"
            """;

    private final Process process;
    private final Thread end;
    private final Thread listener;
    private final StringBuilder complaints = new StringBuilder();
    private volatile long waitingSince;
    private volatile boolean silent;

    private Child(Process process) {
        this.process = process;
        this.end = new Thread(process::destroyForcibly);
        this.listener = daemon("complaints", this::listen);
    }

    /**
     * Starts a program.
     *
     * @throws IOException if it is not there
     */
    static Child start(Map<String, String> environment, List<String> command) throws IOException {
        List<String> bounded = new ArrayList<>(List.of("/bin/sh", "-c", BOUNDED));
        bounded.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(bounded);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        Child child = new Child(process);
        Runtime.getRuntime().addShutdownHook(child.end);
        child.listener.start();
        daemon("watch", child::watch).start();
        return child;
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, "gdal-" + name);
        thread.setDaemon(true);
        return thread;
    }

    /** What it prints. */
    public InputStream output() {
        return new FilterInputStream(process.getInputStream()) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                waitingSince = System.nanoTime();
                try {
                    return super.read(buffer, offset, length);
                } finally {
                    waitingSince = 0;
                }
            }
        };
    }

    /** Waits for the end of a program whose output was read, and answers its exit code. */
    int exitCode() throws IOException {
        try {
            int code = process.waitFor();
            listener.join();
            return code;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while another program ran", e);
        }
    }

    /** What it complained of, cut off after some pages; may hold values of the file. */
    String complaints() {
        synchronized (complaints) {
            return complaints.toString();
        }
    }

    /** Whether it was ended because it had hung. */
    boolean fellSilent() {
        return silent;
    }

    private void listen() {
        byte[] buffer = new byte[4096];
        try (InputStream in = process.getErrorStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                synchronized (complaints) {
                    if (complaints.length() < MOST_COMPLAINTS) {
                        complaints.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
                    }
                }
            }
        } catch (IOException e) {
            // The program was ended, and what it would have said does not count any more.
        }
    }

    private void watch() {
        try {
            while (!process.waitFor(1, TimeUnit.SECONDS)) {
                long since = waitingSince;
                if (since != 0 && System.nanoTime() - since > TimeUnit.SECONDS.toNanos(LONGEST_SILENCE_SECONDS)) {
                    silent = true;
                    process.destroyForcibly();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it if it is still at work. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException e) {
            // This process is ending already, and the hook ends the other one.
        }
    }
}
