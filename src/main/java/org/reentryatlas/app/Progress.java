package org.reentryatlas.app;

import java.io.PrintWriter;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Rows read so far: a moving bar on a terminal, a plain line now and then when the output goes elsewhere. */
final class Progress implements LongConsumer, AutoCloseable {
    private static final long LINE_EVERY = 100_000;

    private final @Nullable ProgressBar bar;
    private final PrintWriter err;

    Progress(String task, PrintWriter err, boolean terminal) {
        this.err = err;
        this.bar = terminal
                ? new ProgressBarBuilder()
                        .setTaskName(task)
                        .setUnit(" rows", 1)
                        .setInitialMax(-1)
                        .showSpeed()
                        .build()
                : null;
    }

    /** Whether somebody is looking. */
    @SuppressWarnings("SystemConsoleNull") // on Java 17 a null console is how a pipe is known
    static boolean isTerminal() {
        return System.console() != null;
    }

    @Override
    public void accept(long rows) {
        if (bar != null) {
            bar.stepTo(rows);
        } else if (rows % LINE_EVERY == 0) {
            err.println(rows + " rows read");
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
