package org.reentryatlas.http;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** A private key in PEM, in any of the forms in which programs that ask for certificates write it. */
final class PemKey {
    private PemKey() {}

    /**
     * The first key of the text, which may have parameters of a curve before it.
     *
     * @throws IllegalArgumentException if there is none that can be used
     */
    static PrivateKey read(byte[] pem) {
        try (PemReader reader = new PemReader(new StringReader(new String(pem, StandardCharsets.ISO_8859_1)))) {
            for (PemObject object = reader.readPemObject(); object != null; object = reader.readPemObject()) {
                if (object.getType().endsWith("PRIVATE KEY")) {
                    return key(info(object));
                }
            }
        } catch (Encrypted e) {
            throw e;
        } catch (IOException | IllegalArgumentException | GeneralSecurityException e) {
            throw new IllegalArgumentException("holds no private key that can be read", e);
        }
        throw new IllegalArgumentException("holds no private key in PEM");
    }

    /** A key under a password, which this program is not told. */
    private static final class Encrypted extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Encrypted() {
            super("is encrypted; write the key without a password (openssl pkey), or use server.tls.keystore with"
                    + " server.tls.passwordFile");
        }
    }

    private static PrivateKeyInfo info(PemObject object) throws IOException {
        // What stands before a key of old is about its password.
        if (!object.getHeaders().isEmpty() || object.getType().startsWith("ENCRYPTED")) {
            throw new Encrypted();
        }
        return switch (object.getType()) {
            case "PRIVATE KEY" -> PrivateKeyInfo.getInstance(object.getContent());
            case "RSA PRIVATE KEY" ->
                info(
                        PKCSObjectIdentifiers.rsaEncryption,
                        DERNull.INSTANCE,
                        RSAPrivateKey.getInstance(object.getContent()));
            case "EC PRIVATE KEY" -> {
                ECPrivateKey key = ECPrivateKey.getInstance(object.getContent());
                yield info(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject(), key);
            }
            default -> throw new IllegalArgumentException(object.getType());
        };
    }

    private static PrivateKeyInfo info(ASN1ObjectIdentifier algorithm, ASN1Encodable parameters, ASN1Encodable key)
            throws IOException {
        return new PrivateKeyInfo(new AlgorithmIdentifier(algorithm, parameters), key);
    }

    private static PrivateKey key(PrivateKeyInfo info) throws IOException, GeneralSecurityException {
        ASN1ObjectIdentifier algorithm = info.getPrivateKeyAlgorithm().getAlgorithm();
        String name;
        if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            name = "RSA";
        } else if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            name = "EC";
        } else {
            throw new IllegalArgumentException(algorithm.getId());
        }
        return KeyFactory.getInstance(name).generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
    }
}
