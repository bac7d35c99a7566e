package org.reentryatlas.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.interfaces.ECKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;

/** A key and the certificate of a server for localhost, made by the JDK's own {@code keytool}, in the forms in which they come. */
public record Certificates(Path store) {
    public static final String PASSWORD = "correct horse";
    private static final String ALIAS = "server";

    /** One that holds for a year from yesterday on, signed by an authority that is in its chain. */
    public static Certificates valid(Path directory, String name, String algorithm) {
        return make(directory, name, algorithm, "-startdate", "-1d", "-validity", "366");
    }

    /** One with what keytool is told about its time. */
    public static Certificates make(Path directory, String name, String algorithm, String... time) {
        Path store = directory.resolve(name + ".p12");
        generate(store, "authority", "EC", "-dname", "CN=Authority of " + name, "-ext", "bc:c=ca:true");
        List<String> options = new ArrayList<>(List.of(time));
        options.addAll(
                List.of("-dname", "CN=" + name, "-ext", "san=dns:localhost,ip:127.0.0.1", "-signer", "authority"));
        generate(store, ALIAS, algorithm, options.toArray(String[]::new));
        run("-delete", "-alias", "authority", "-keystore", store.toString(), "-storepass", PASSWORD);
        secret(store);
        return new Certificates(store);
    }

    private static void generate(Path store, String alias, String algorithm, String... options) {
        List<String> command = new ArrayList<>(List.of(
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                algorithm,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(options));
        run(command.toArray(String[]::new));
    }

    private static void run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
        } catch (IOException e) {
            throw new IllegalStateException("keytool", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** For its owner alone. */
    public static Path secret(Path file) {
        try {
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    /** Writes what its owner alone may read. */
    public static Path write(Path file, String text) {
        try {
            return secret(Files.writeString(file, text));
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private KeyStore read() {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore read = KeyStore.getInstance("PKCS12");
            read.load(in, PASSWORD.toCharArray());
            return read;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(store.toString(), e);
        }
    }

    private Certificate[] chain() throws GeneralSecurityException {
        return read().getCertificateChain(ALIAS);
    }

    /** Its certificates in PEM, the server's own first. */
    public byte[] chainPem() throws Exception {
        ByteArrayOutputStream pem = new ByteArrayOutputStream();
        for (Certificate certificate : chain()) {
            write(pem, "CERTIFICATE", certificate.getEncoded());
        }
        return pem.toByteArray();
    }

    /** Its key as PKCS#8, which is what most programs write. */
    public byte[] keyPem() throws Exception {
        ByteArrayOutputStream pem = new ByteArrayOutputStream();
        write(pem, "PRIVATE KEY", key().getEncoded());
        return pem.toByteArray();
    }

    /** Its key as programs of old write it: RSA as PKCS#1, EC as SEC 1. */
    public byte[] oldKeyPem() throws Exception {
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(key().getEncoded());
        ASN1Object old = key() instanceof ECKey key
                ? new ECPrivateKey(
                        key.getParams().getOrder().bitLength(),
                        ECPrivateKey.getInstance(info.parsePrivateKey()).getKey(),
                        info.getPrivateKeyAlgorithm().getParameters())
                : RSAPrivateKey.getInstance(info.parsePrivateKey());
        ByteArrayOutputStream pem = new ByteArrayOutputStream();
        write(pem, key().getAlgorithm() + " PRIVATE KEY", old.getEncoded());
        return pem.toByteArray();
    }

    private PrivateKey key() throws GeneralSecurityException {
        return (PrivateKey) read().getKey(ALIAS, PASSWORD.toCharArray());
    }

    private static void write(OutputStream out, String kind, byte[] bytes) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        out.write("-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(kind, text, kind)
                .getBytes(StandardCharsets.US_ASCII));
    }

    /** What a client needs to believe it and nobody else. */
    public SSLContext trusting() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        Certificate[] chain = chain();
        trusted.setCertificateEntry("authority", chain[chain.length - 1]);
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
