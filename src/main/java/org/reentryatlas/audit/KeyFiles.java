package org.reentryatlas.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pairs of keys in PEM, as {@code openssl} writes and reads them: one signs heads, the other one shows that it did. */
public final class KeyFiles {
    static final String ALGORITHM = "Ed25519";

    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");
    private static final Pattern PEM =
            Pattern.compile("\\s*-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----\\s*");
    private static final int LINE = 64;

    private KeyFiles() {}

    /**
     * Makes a pair: the private key in the file, which its owner alone may read, and the public one beside it.
     *
     * @return the file of the public key
     * @throws java.nio.file.FileAlreadyExistsException if there is such a file: what a key has signed needs it
     */
    public static Path make(Path file) throws IOException {
        Path publicFile = file.resolveSibling(file.getFileName() + ".pub");
        KeyPair pair = pair();
        write(file, "PRIVATE KEY", pair.getPrivate().getEncoded(), OWNER_ALONE);
        write(publicFile, "PUBLIC KEY", pair.getPublic().getEncoded(), PosixFilePermissions.fromString("rw-r--r--"));
        return publicFile;
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    private static void write(Path file, String kind, byte[] key, Set<PosixFilePermission> permissions)
            throws IOException {
        String pem = "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(kind, Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(key), kind);
        try (SeekableByteChannel channel = Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(permissions))) {
            ByteBuffer bytes = ByteBuffer.wrap(pem.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /**
     * The key that signs.
     *
     * @throws HeadException if it is none, or others than its owner may read it or write to it
     */
    public static PrivateKey readPrivate(Path file) throws IOException {
        Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        others.removeIf(permission -> permission.name().startsWith("OWNER_"));
        if (!others.isEmpty()) {
            throw new HeadException(file + ": others than its owner may read or write this key; chmod 600 it, and make"
                    + " another one if somebody could have read it");
        }
        try {
            return factory().generatePrivate(new PKCS8EncodedKeySpec(read(file, "PRIVATE KEY")));
        } catch (GeneralSecurityException e) {
            throw new HeadException(file + ": this is no private key of Ed25519", e);
        }
    }

    /**
     * The key that shows who signed.
     *
     * @throws HeadException if it is none
     */
    public static PublicKey readPublic(Path file) throws IOException {
        try {
            return factory().generatePublic(new X509EncodedKeySpec(read(file, "PUBLIC KEY")));
        } catch (GeneralSecurityException e) {
            throw new HeadException(file + ": this is no public key of Ed25519", e);
        }
    }

    private static KeyFactory factory() throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM);
    }

    private static byte[] read(Path file, String kind) throws IOException {
        Matcher pem = PEM.matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        if (!pem.matches() || !pem.group(1).equals(kind)) {
            throw new HeadException(file + ": there is no " + kind + " in PEM in this file");
        }
        try {
            return Base64.getMimeDecoder().decode(pem.group(2));
        } catch (IllegalArgumentException e) {
            throw new HeadException(file + ": there is no " + kind + " in PEM in this file", e);
        }
    }
}
