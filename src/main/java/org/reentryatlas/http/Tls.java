package org.reentryatlas.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of TLS at a server: which versions and ciphers, with which key, and another key when its files are renewed. */
final class Tls implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tls.class);

    /** What Mozilla calls intermediate, without those that agree on a key over plain numbers (DHE), which cost more and serve nobody. */
    private static final String[] CIPHERS = {
        "TLS_AES_128_GCM_SHA256",
        "TLS_AES_256_GCM_SHA384",
        "TLS_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
    };

    private final TlsSettings settings;
    private final Clock clock;
    private final SslContextFactory.Server factory = new SslContextFactory.Server();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "tls-renewal");
        thread.setDaemon(true);
        return thread;
    });

    private volatile ServerKey used;
    private String seen;

    /**
     * Reads the key.
     *
     * @throws TlsException if it cannot be used
     */
    Tls(TlsSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        // Before the files themselves: what is written meanwhile is seen by the next look.
        seen = state();
        used = ServerKey.read(settings.source(), clock.instant());
        factory.setKeyStore(used.store());
        factory.setKeyStorePassword("");
        factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        factory.setExcludeProtocols();
        factory.setExcludeCipherSuites();
        factory.setIncludeCipherSuites(CIPHERS);
        factory.setRenegotiationAllowed(false);
        // There is one certificate, whatever name is asked for: a probe asks by address.
        factory.setSniRequired(false);
    }

    SslContextFactory.Server factory() {
        return factory;
    }

    /** Where plain HTTP is answered with the public address, or null for nowhere. */
    @Nullable
    Integer redirectPort() {
        return settings.redirectPort();
    }

    /** When the certificate that is in use runs out. */
    Instant end() {
        return used.end();
    }

    /** Looks for renewed files from now on. */
    @SuppressWarnings("FutureReturnValueIgnored") // takeUpRenewed() throws nothing
    void look() {
        long pause = settings.look().toMillis();
        looking.scheduleWithFixedDelay(this::takeUpRenewed, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** What cannot be used is told once and waits for the next change: two files are not written in one moment. */
    void takeUpRenewed() {
        String now = state();
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        try {
            ServerKey renewed = ServerKey.read(settings.source(), clock.instant());
            factory.reload(same -> same.setKeyStore(renewed.store()));
            used = renewed;
            LOG.info("the certificate was renewed, and holds until {}", renewed.end());
        } catch (TlsException | IllegalArgumentException e) {
            LOG.warn("the renewed certificate is not used, and the one before stays: {}", e.getMessage());
        } catch (Exception e) {
            // A task that throws would never run again.
            LOG.error("the renewed certificate is not used: {}", e.getClass().getName());
        }
    }

    /** Another one whenever a file is another. Links are followed: programs that renew certificates lay one over another. */
    private String state() {
        List<Path> files = settings.source() instanceof TlsSettings.PemFiles pem
                ? List.of(pem.certificate(), pem.key())
                : List.of(((TlsSettings.KeyStoreFile) settings.source()).file());
        return files.stream().map(Tls::state).collect(Collectors.joining("\n"));
    }

    private static String state(Path file) {
        try {
            return file.toRealPath() + " " + Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            return "missing";
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
