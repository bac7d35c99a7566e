package org.reentryatlas.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A provider of OpenID Connect that others wrote and that is certified, as a process of its own ({@code frontend/browser/provider.mjs}). */
public final class OidcProviderProgram implements AutoCloseable {
    public static final String CLIENT_ID = "atlas";
    public static final String CLIENT_SECRET = "a secret of the tests";

    private static final Path FOLDER = Path.of("frontend/browser");
    private static final long SECONDS_TO_END = 5;

    private final Process process;
    private final String issuer;

    private OidcProviderProgram(Process process, String issuer) {
        this.process = process;
        this.issuer = issuer;
    }

    /**
     * Starts it; the test is skipped where what it needs is not there.
     *
     * @param callback where it sends browsers back to
     */
    public static OidcProviderProgram start(URI callback) throws IOException {
        assumeTrue(Program.exists("node"), "skipped: Node is not installed");
        assumeTrue(
                Files.isDirectory(FOLDER.resolve("node_modules/oidc-provider")),
                "skipped: the libraries of the browser tests are missing; scripts/test, or npm ci in " + FOLDER);
        ProcessBuilder builder = new ProcessBuilder("node", "provider.mjs")
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("ATLAS_CALLBACK", callback.toString());
        Process process = builder.start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        if (line == null || !line.startsWith("issuer ")) {
            process.destroy();
            throw new IOException("the provider did not start: " + line);
        }
        return new OidcProviderProgram(process, line.substring("issuer ".length()));
    }

    public String issuer() {
        return issuer;
    }

    /** Ends it, so that nobody answers at its address any more. */
    @Override
    public void close() throws IOException {
        // It ends with its standard input.
        process.getOutputStream().close();
        process.onExit().orTimeout(SECONDS_TO_END, TimeUnit.SECONDS).join();
    }
}
