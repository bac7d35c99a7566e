package org.reentryatlas.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** A private key and the certificates that vouch for it, which belong together and hold today. */
record ServerKey(PrivateKey key, List<X509Certificate> chain) {
    static final String CERTIFICATE = "server.tls.certificate";
    static final String KEY = "server.tls.key";
    static final String KEYSTORE = "server.tls.keystore";

    private static final Set<String> ALGORITHMS = Set.of("RSA", "EC");

    private static final int FEWEST_BITS_OF_RSA = 2_048;
    /** To nobody: the store lies in memory alone. */
    private static final char[] NO_PASSWORD = new char[0];

    ServerKey {
        chain = List.copyOf(chain);
    }

    @Override
    public String toString() {
        return "ServerKey[" + chain.get(0).getSubjectX500Principal() + "]";
    }

    /**
     * Reads the files and makes sure that a browser could accept them now.
     *
     * @throws TlsException if not
     */
    static ServerKey read(TlsSettings.Source source, Instant now) {
        if (source instanceof TlsSettings.PemFiles files) {
            ServerKey read = new ServerKey(key(files.key()), certificates(files.certificate()));
            read.requireUsable(CERTIFICATE + " " + files.certificate(), KEY + " " + files.key(), now);
            return read;
        }
        TlsSettings.KeyStoreFile store = (TlsSettings.KeyStoreFile) source;
        String name = KEYSTORE + " " + store.file();
        ServerKey read = of(name, store);
        read.requireUsable(name, name, now);
        return read;
    }

    private static PrivateKey key(Path file) {
        try {
            return PemKey.read(PrivateFile.read(file));
        } catch (IllegalArgumentException e) {
            throw new TlsException(KEY + " " + file + ": " + e.getMessage(), e);
        }
    }

    private static List<X509Certificate> certificates(Path file) {
        String name = CERTIFICATE + " " + file;
        List<X509Certificate> certificates = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                certificates.add((X509Certificate) certificate);
            }
        } catch (IOException e) {
            throw new TlsException(name + ": cannot be read: " + PrivateFile.reason(e), e);
        } catch (GeneralSecurityException e) {
            throw new TlsException(name + ": holds what is no certificate in PEM", e);
        }
        if (certificates.isEmpty()) {
            throw new TlsException(name + ": holds no certificate");
        }
        return certificates;
    }

    private static ServerKey of(String name, TlsSettings.KeyStoreFile source) {
        char[] password = source.password().get().toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(PrivateFile.read(source.file())), password);
            List<String> keys = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    keys.add(alias);
                }
            }
            if (keys.size() != 1) {
                throw new TlsException(name + ": holds " + keys.size() + " keys, and one is needed");
            }
            Key key = store.getKey(keys.get(0), password);
            if (!(key instanceof PrivateKey isPrivate)) {
                throw new TlsException(name + ": holds a key that is not private");
            }
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate certificate : store.getCertificateChain(keys.get(0))) {
                chain.add((X509Certificate) certificate);
            }
            return new ServerKey(isPrivate, chain);
        } catch (IllegalArgumentException e) {
            throw new TlsException(name + ": " + e.getMessage(), e);
        } catch (IOException | GeneralSecurityException e) {
            throw new TlsException(
                    name + ": "
                            + (e.getCause() instanceof UnrecoverableKeyException
                                    ? "the password (server.tls.password, or server.tls.passwordFile) is not that of the file"
                                    : "is no key store of PKCS#12"),
                    e);
        }
    }

    private void requireUsable(String certificate, String key, Instant now) {
        X509Certificate own = chain.get(0);
        if (now.isAfter(own.getNotAfter().toInstant())) {
            throw new TlsException(
                    certificate + ": ran out on " + own.getNotAfter().toInstant() + "; have it renewed");
        }
        if (now.isBefore(own.getNotBefore().toInstant())) {
            throw new TlsException(certificate + ": holds from "
                    + own.getNotBefore().toInstant() + " on; use another until then, or set the clock of this machine");
        }
        if (!ALGORITHMS.contains(this.key.getAlgorithm())) {
            throw new TlsException(key + ": is of " + this.key.getAlgorithm() + ", and browsers take RSA and EC");
        }
        if (this.key instanceof RSAKey rsa && rsa.getModulus().bitLength() < FEWEST_BITS_OF_RSA) {
            throw new TlsException(key + ": is of fewer than " + FEWEST_BITS_OF_RSA + " bits; make another");
        }
        try {
            if (!belongsTo(own)) {
                throw new TlsException(key + ": is not the key of the first certificate of " + certificate
                        + "; put that of the server first, and renew both together");
            }
            for (int at = 0; at + 1 < chain.size(); at++) {
                chain.get(at).verify(chain.get(at + 1).getPublicKey());
            }
        } catch (GeneralSecurityException e) {
            throw new TlsException(
                    certificate + ": each of its certificates must be signed by the next; put them into this order", e);
        }
    }

    private boolean belongsTo(X509Certificate certificate) throws GeneralSecurityException {
        String algorithm = key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        if (!certificate.getPublicKey().getAlgorithm().equals(key.getAlgorithm())) {
            return false;
        }
        byte[] any = {1, 2, 3};
        Signature signing = Signature.getInstance(algorithm);
        signing.initSign(key);
        signing.update(any);
        byte[] signature = signing.sign();
        signing.initVerify(certificate.getPublicKey());
        signing.update(any);
        return signing.verify(signature);
    }

    /** When the certificate runs out. */
    Instant end() {
        return chain.get(0).getNotAfter().toInstant();
    }

    /** As the server reads it; without a password. */
    KeyStore store() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry("server", key, NO_PASSWORD, chain.toArray(Certificate[]::new));
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("a store in memory", e);
        }
    }
}
