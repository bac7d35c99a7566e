package org.reentryatlas.support;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A real browser, which asks nobody but the page's host for anything. */
public final class Browser {
    private Browser() {}

    /**
     * The page as it is when its scripts have run.
     *
     * @param profile an empty directory
     */
    public static String draw(Path profile, URI page) throws IOException, InterruptedException {
        assumeTrue(Program.exists("chromium"), "skipped: Chromium is not installed");
        return Program.run(
                        profile,
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + profile,
                        "--virtual-time-budget=20000",
                        "--dump-dom",
                        page.toString())
                .output();
    }
}
