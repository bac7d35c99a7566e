package org.reentryatlas.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a server speaks TLS.
 *
 * @param redirectPort where it answers plain HTTP with the address under which it is to be asked, or null for nowhere; 0 for any port that is free
 * @param look pause between two looks whether the files were renewed
 */
public record TlsSettings(Source source, @Nullable Integer redirectPort, Duration look) {

    /** Where the certificate and its key lie. */
    public sealed interface Source {}

    /**
     * Two files in PEM.
     *
     * @param certificate that of the server first, then those that vouch for it
     * @param key the private key, which no password protects
     */
    public record PemFiles(Path certificate, Path key) implements Source {}

    /**
     * One file in PKCS#12.
     *
     * @param password is asked whenever the file is read, since both may be renewed
     */
    public record KeyStoreFile(Path file, Supplier<String> password) implements Source {}
}
