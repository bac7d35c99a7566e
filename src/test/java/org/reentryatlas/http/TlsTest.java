package org.reentryatlas.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.support.Certificates;
import org.reentryatlas.support.Logs;
import org.reentryatlas.support.RawHttp;
import org.reentryatlas.support.Until;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Handshakes with real certificates: what is spoken, what is refused, what is renewed, and where plain HTTP is led. */
class TlsTest {
    private static final String STRICT = "max-age=31536000; includeSubDomains";

    @TempDir
    static Path made;

    @SuppressWarnings("NullAway.Init") // by makeCertificates
    private static Certificates rsa;

    @SuppressWarnings("NullAway.Init") // by makeCertificates
    private static Certificates ec;

    @TempDir
    Path directory;

    private final Metrics metrics = new Metrics();

    @SuppressWarnings("NullAway.Init") // by start
    private HttpServer server;

    @BeforeAll
    static void makeCertificates() {
        rsa = Certificates.valid(made, "rsa", "RSA");
        ec = Certificates.valid(made, "ec", "EC");
    }

    @AfterEach
    @SuppressWarnings("NullAway") // what refused to start is not there
    void stop() {
        if (server != null) {
            server.close();
        }
        metrics.close();
    }

    private void start(TlsSettings.Source source, @org.jspecify.annotations.Nullable Integer redirectPort) {
        start(new Transport(new TlsSettings(source, redirectPort, Duration.ofMillis(20)), STRICT), List.of());
    }

    private void start(Transport transport, List<String> proxies) {
        String publicUrl = transport.tls() == null ? null : "https://atlas.example.org";
        server = HttpServer.start(
                new ServerSettings("127.0.0.1", 0, new Proxies(proxies, publicUrl), 64, 0, 5, transport, null),
                metrics,
                new Answers(() -> "", () -> Duration.ZERO, metrics),
                TestServers.OPEN,
                List.of(routes -> routes.get("/ogc/a", context -> context.result(Requests.serverUrl(context)))));
    }

    private TlsSettings.PemFiles pem(byte[] chain, byte[] key) throws IOException {
        Path certificate = Files.write(directory.resolve("chain.pem"), chain);
        return new TlsSettings.PemFiles(
                certificate, Certificates.secret(Files.write(directory.resolve("key.pem"), key)));
    }

    private static TlsSettings.KeyStoreFile store(Certificates certificates, String password) {
        return new TlsSettings.KeyStoreFile(certificates.store(), () -> password);
    }

    private HttpResponse<String> get(Certificates trusted, String version) throws Exception {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {version});
        HttpClient client = HttpClient.newBuilder()
                .sslContext(trusted.trusting())
                .sslParameters(parameters)
                .build();
        return client.send(
                HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + "/ogc/a"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static SSLSession session(HttpResponse<?> answer) {
        return answer.sslSession().orElseThrow();
    }

    static Stream<Arguments> forms() throws Exception {
        return Stream.of(
                Arguments.of("RSA as PKCS#8", rsa, rsa.keyPem()),
                Arguments.of("RSA as PKCS#1", rsa, rsa.oldKeyPem()),
                Arguments.of("EC as PKCS#8", ec, ec.keyPem()),
                Arguments.of("EC as SEC 1", ec, ec.oldKeyPem()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void speaksBothVersionsWithKeysOfEveryForm(String name, Certificates certificates, byte[] key) throws Exception {
        start(pem(certificates.chainPem(), key), null);
        for (String version : List.of("TLSv1.2", "TLSv1.3")) {
            HttpResponse<String> answer = get(certificates, version);
            assertThat(session(answer).getProtocol()).isEqualTo(version);
            assertThat(session(answer).getCipherSuite())
                    .matches("TLS_(ECDHE_.*|AES.*|CHACHA20.*)(GCM|POLY1305)_SHA(256|384)");
            assertThat(answer.body()).isEqualTo("https://atlas.example.org");
            assertThat(answer.headers().allValues("Strict-Transport-Security")).containsExactly(STRICT);
        }
    }

    @Test
    void speaksWithAStoreOfPkcs12() throws Exception {
        start(store(ec, Certificates.PASSWORD), null);
        assertThat(get(ec, "TLSv1.3").statusCode()).isEqualTo(200);
        assertThat(metrics.scrape()).contains("atlas_tls_certificate_end_seconds");
    }

    /** By hand, since no client of today would. The answer is an alert of the kind handshake failure or protocol version. */
    @ParameterizedTest
    @CsvSource({"TLS 1.0, 0301", "TLS 1.1, 0302", "SSL 3, 0300"})
    void refusesOlderVersions(String name, String version) throws Exception {
        start(store(rsa, Certificates.PASSWORD), null);
        String hello = version + "00".repeat(32) + "00" + "0006" + "c013" + "c014" + "002f" + "0100";
        String handshake = "01" + length(hello, 6) + hello;
        String answer = exchange("16" + version + length(handshake, 4) + handshake);
        assertThat(answer).matches("15030[0-3]000202(28|46)");
    }

    /** Of TLS 1.2, with nothing but ciphers that hold no secret for long: a key is agreed on by RSA alone, or CBC is used. */
    @Test
    void refusesCiphersOfOld() throws Exception {
        start(store(rsa, Certificates.PASSWORD), null);
        String hello = "0303" + "00".repeat(32) + "00" + "0008" + "c013" + "009c" + "002f" + "c027" + "0100";
        String handshake = "01" + length(hello, 6) + hello;
        assertThat(exchange("160301" + length(handshake, 4) + handshake)).matches("15030[1-3]000202(28|46)");
    }

    private static String length(String hex, int digits) {
        return ("%0" + digits + "x").formatted(hex.length() / 2);
    }

    private String exchange(String hex) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(HexFormat.of().parseHex(hex));
            socket.getInputStream().transferTo(answer);
        }
        return HexFormat.of().formatHex(answer.toByteArray());
    }

    @Test
    void whoAsksForTheWrongHostIsAnsweredAndLedNowhereElse() throws Exception {
        start(store(ec, Certificates.PASSWORD), null);
        HttpResponse<String> answer = HttpClient.newBuilder()
                .sslContext(ec.trusting())
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + "/ogc/a"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.body()).isEqualTo("https://atlas.example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /a?b=c%20d", "HEAD /", "GET /%2Fevil.example/a"})
    void plainHttpIsLedToThePublicNameWhateverHostIsAsked(String request) throws Exception {
        start(store(ec, Certificates.PASSWORD), 0);
        RawHttp.Answer answer = plain(request, "Host: evil.example");
        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("Location"))
                .isEqualTo("https://atlas.example.org" + request.substring(request.indexOf(' ') + 1));
        assertThat(answer.header("Strict-Transport-Security"))
                .as("in the clear it is not believed")
                .isEmpty();
        assertThat(answer.header("Content-Security-Policy")).isNotEmpty();
    }

    @Test
    void whatIsNoPathIsNotPutBehindTheName() throws Exception {
        start(store(ec, Certificates.PASSWORD), 0);
        assertThat(plain("CONNECT .evil.example:80", "Host: .evil.example:80").header("Location"))
                .isIn("", "https://atlas.example.org/");
        assertThat(plain("GET http://evil.example/x", "Host: evil.example").header("Location"))
                .isEqualTo("https://atlas.example.org/x");
    }

    /** Were they led on, nobody would notice that a password, or a calendar with its secret, goes in the clear each time. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /session HTTP/1.1\r\nHost: a",
                "OPTIONS * HTTP/1.1\r\nHost: a",
                "GET /ogc HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\nAuthorization: Bearer secret",
                "GET /session HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\nCookie: __Host-atlas-session=secret",
                "GET /outreach/calendar.ics?feed=secret HTTP/1.1\r\nHost: a",
                "GET /outreach/calendar.ics?feed=secret HTTP/1.1\r\nHost: a\r\nAccept: text/calendar, */*"
            })
    void whoSendsASecretInTheClearIsToldSo(String request) throws Exception {
        start(store(ec, Certificates.PASSWORD), 0);
        String text = request + "\r\nConnection: close\r\n\r\n";
        RawHttp.Answer answer = RawHttp.send(server.redirectPort(), text.getBytes(StandardCharsets.ISO_8859_1))
                .get(0);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.body()).contains("\"code\":\"TLS_NEEDED\"").doesNotContain("__Host", "Bearer", "feed");
    }

    private RawHttp.Answer plain(String request, String host) throws IOException {
        String text = request + " HTTP/1.1\r\n" + host
                + "\r\nAccept: text/html,application/xhtml+xml;q=0.9,*/*;q=0.8\r\nConnection: close\r\n\r\n";
        return RawHttp.send(server.redirectPort(), text.getBytes(StandardCharsets.ISO_8859_1))
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, https, true",
        "127.0.0.1, http, false",
        "10.0.0.1, https, false",
    })
    void behindAProxyBrowsersAreToldOnlyWhereItSaysThatTheyCameOverTls(String proxy, String claimed, boolean told)
            throws Exception {
        start(new Transport(null, STRICT), List.of(proxy));
        for (String path : List.of("/ogc/a", "/nowhere", "/ogc;%zz")) {
            String text = "GET " + path + " HTTP/1.1\r\nHost: a\r\nX-Forwarded-Proto: " + claimed
                    + "\r\nConnection: close\r\n\r\n";
            RawHttp.Answer answer = RawHttp.send(server.port(), text.getBytes(StandardCharsets.ISO_8859_1))
                    .get(0);
            assertThat(answer.header("Strict-Transport-Security")).as(path).isEqualTo(told ? STRICT : "");
        }
    }

    @Test
    void takesUpRenewedFilesAndStaysWithTheOldOnesWhereTheyAreNotUsable() throws Exception {
        TlsSettings.PemFiles files = pem(rsa.chainPem(), rsa.keyPem());
        start(files, null);
        try (Logs logs = Logs.ofAll()) {
            replace(files.certificate(), ec.chainPem());
            Until.holds(
                    "half of it is told of",
                    () -> logs.events().stream()
                            .anyMatch(event -> Logs.text(event)
                                    .contains("the one before stays: server.tls.key " + files.key()
                                            + ": is not the key of the first certificate")));
            assertThat(subject(rsa)).isEqualTo("CN=rsa");
            replace(files.key(), ec.keyPem());
            Until.holds(
                    "both are taken up",
                    () -> logs.events().stream()
                            .anyMatch(event -> Logs.text(event).startsWith("the certificate was renewed")));
        }
        assertThat(subject(ec)).isEqualTo("CN=ec");
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Path written = Certificates.secret(Files.write(file.resolveSibling("new"), bytes));
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private String subject(Certificates trusted) throws Exception {
        return ((X509Certificate) session(get(trusted, "TLSv1.3")).getPeerCertificates()[0])
                .getSubjectX500Principal()
                .getName();
    }

    @Test
    void doesNotStartWithWhatNobodyCouldUse() throws Exception {
        Certificates old = Certificates.make(directory, "old", "EC", "-startdate", "-30d", "-validity", "20");
        Certificates early = Certificates.make(directory, "early", "EC", "-startdate", "+2d", "-validity", "20");
        Certificates weak = Certificates.make(directory, "weak", "RSA", "-keysize", "1024", "-validity", "20");
        refused(store(old, Certificates.PASSWORD), "server.tls.keystore " + old.store() + ": ran out on 20");
        refused(store(early, Certificates.PASSWORD), "holds from 20");
        refused(store(weak, Certificates.PASSWORD), "fewer than 2048 bits");
        refused(store(ec, "wrong"), "server.tls.passwordFile) is not that of the file");
        refused(pem(ec.chainPem(), rsa.keyPem()), "key.pem: is not the key of the first certificate of");
        refused(pem(join(ec.chainPem(), rsa.chainPem()), ec.keyPem()), "must be signed by the next");
        refused(pem("nothing".getBytes(StandardCharsets.UTF_8), ec.keyPem()), "server.tls.certificate " + directory);
        refused(pem(new byte[0], ec.keyPem()), "holds no certificate");
        refused(pem(ec.chainPem(), ec.chainPem()), "holds no private key in PEM");
        refused(pem(ec.chainPem(), encrypted()), "is encrypted; write the key without a password");
        refused(pem(ec.chainPem(), broken()), "holds no private key that can be read");
        refused(new TlsSettings.PemFiles(directory.resolve("none"), directory.resolve("none")), "server.tls.key ");
    }

    @Test
    void doesNotStartWithAStoreOfSomethingElse() throws Exception {
        Certificates odd = Certificates.make(directory, "odd", "Ed25519", "-validity", "20");
        refused(store(odd, Certificates.PASSWORD), "and browsers take RSA and EC");
        Path text = Certificates.write(directory.resolve("text.p12"), "nothing");
        refused(new TlsSettings.KeyStoreFile(text, () -> Certificates.PASSWORD), "is no key store of PKCS#12");
        Path none = directory.resolve("none.p12");
        refused(new TlsSettings.KeyStoreFile(none, () -> ""), none + ": cannot be read: there is no such file");
        KeyStore store = KeyStore.getInstance("PKCS12");
        char[] password = Certificates.PASSWORD.toCharArray();
        store.load(null, null);
        refused(kept(store), "holds 0 keys, and one is needed");
        store.setEntry(
                "one",
                new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[16], "AES")),
                new KeyStore.PasswordProtection(password));
        refused(kept(store), "holds a key that is not private");
        store.setEntry(
                "two",
                new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[16], "AES")),
                new KeyStore.PasswordProtection(password));
        refused(kept(store), "holds 2 keys, and one is needed");
    }

    private TlsSettings.KeyStoreFile kept(KeyStore store) throws Exception {
        Path file = directory.resolve("kept.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, Certificates.PASSWORD.toCharArray());
        }
        return new TlsSettings.KeyStoreFile(Certificates.secret(file), () -> Certificates.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    void doesNotStartWithAKeyThatOthersCouldReadOrChange(String permissions) throws Exception {
        TlsSettings.PemFiles files = pem(ec.chainPem(), ec.keyPem());
        Files.setPosixFilePermissions(files.key(), PosixFilePermissions.fromString(permissions));
        refused(files, "server.tls.key " + files.key() + ": others than its owner may read or change this file");
    }

    private void refused(TlsSettings.Source source, String message) {
        assertThatThrownBy(() -> start(source, null))
                .isInstanceOf(TlsException.class)
                .hasMessageContaining(message);
    }

    private static byte[] join(byte[] one, byte[] two) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(one);
        joined.writeBytes(two);
        return joined.toByteArray();
    }

    private static byte[] encrypted() throws Exception {
        return new String(ec.keyPem(), StandardCharsets.US_ASCII)
                .replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] broken() throws Exception {
        return new String(ec.keyPem(), StandardCharsets.US_ASCII)
                .replaceFirst("\nM", "\nA")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
