package org.reentryatlas.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.http.TlsSettings;
import org.reentryatlas.http.Transport;

/** How bytes come to the server, as the settings say: which of them go together is said here, what the files hold where they are read. */
final class TransportSettings {
    private static final String CERTIFICATE = "server.tls.certificate";
    private static final String KEY = "server.tls.key";
    private static final String KEYSTORE = "server.tls.keystore";
    private static final String PASSWORD = "server.tls.password";
    private static final String REDIRECT = "server.tls.redirectPort";
    private static final String NONE = "none";
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Settings settings;

    TransportSettings(Settings settings) {
        this.settings = settings;
    }

    /** Notes what is wrong with the settings. */
    Transport read() {
        TlsSettings.Source source = source();
        Integer redirectPort = settings.text(REDIRECT) == null ? null : settings.whole(REDIRECT, 0, 65_535);
        String publicUrl = settings.text("server.publicUrl");
        if (redirectPort != null && source == null) {
            settings.fault(REDIRECT + " is set, and there is no certificate to lead to: set " + CERTIFICATE + " and "
                    + KEY + ", or " + KEYSTORE);
        }
        if (redirectPort != null && publicUrl == null) {
            settings.fault(REDIRECT + " is set, and server.publicUrl is not, to which it leads");
        }
        if (source != null && publicUrl != null && !publicUrl.startsWith("https://")) {
            settings.fault("server.publicUrl = '" + publicUrl
                    + "': must begin with https:// where the server has a certificate");
        }
        return new Transport(source == null ? null : new TlsSettings(source, redirectPort, LOOK), strictTransport());
    }

    private TlsSettings.@Nullable Source source() {
        boolean hasPem = settings.text(CERTIFICATE) != null || settings.text(KEY) != null;
        boolean hasStore = settings.text(KEYSTORE) != null;
        Supplier<String> password = settings.secret(PASSWORD);
        if (hasPem && hasStore) {
            settings.fault(KEYSTORE + " is set beside " + CERTIFICATE + " or " + KEY
                    + ": the certificate is in one or the other");
        }
        if (hasStore && password == null) {
            settings.fault(PASSWORD + "File is not set: it names the file with the password of " + KEYSTORE);
        }
        if (!hasStore && password != null) {
            settings.fault(PASSWORD + " is set, and " + KEYSTORE + " is not, which it opens");
        }
        if (hasPem) {
            return new TlsSettings.PemFiles(file(CERTIFICATE), file(KEY));
        }
        return hasStore && password != null ? new TlsSettings.KeyStoreFile(file(KEYSTORE), password) : null;
    }

    /** Whether it is there, only the server asks: the account of another command need not see it. */
    private Path file(String setting) {
        return settings.read(setting, Path.of(""), Path::of);
    }

    private @Nullable String strictTransport() {
        String value = settings.read("server.strictTransport", NONE, text -> {
            if (!text.equals(NONE) && !text.matches("max-age=[0-9]{1,10}(; includeSubDomains)?(; preload)?")) {
                throw new IllegalArgumentException("must be none, or such as max-age=31536000; includeSubDomains");
            }
            return text;
        });
        return value.equals(NONE) ? null : value;
    }
}
