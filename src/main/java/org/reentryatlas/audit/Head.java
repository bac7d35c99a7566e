package org.reentryatlas.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The newest entry of the log at some time, signed and kept where nobody who can write to the database can write: whoever makes the end of the log
 * anew cannot make this anew.
 *
 * <p>Signed with Ed25519 is this text, each line with a line feed: {@code reentry-atlas audit head 1}, the number, the time of the entry as in the
 * file, and the hash.
 *
 * @param at the time of the entry
 * @param hash that of the entry, in hexadecimal digits
 * @param signature in Base64
 */
public record Head(long seq, Instant at, String hash, String signature) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    static Head sign(Recorded entry, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(KeyFiles.ALGORITHM);
            signature.initSign(key);
            signature.update(text(entry.seq(), entry.at(), entry.hash()));
            return new Head(
                    entry.seq(), entry.at(), entry.hash(), Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new HeadException("the head cannot be signed with this key", e);
        }
    }

    /**
     * Makes sure that it was signed with the other half of a key.
     *
     * @throws HeadException if it was not
     */
    public void require(PublicKey key) {
        boolean isSigned;
        try {
            Signature check = Signature.getInstance(KeyFiles.ALGORITHM);
            check.initVerify(key);
            check.update(text(seq, at, hash));
            isSigned = check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new HeadException("the signature of the head is none", e);
        }
        if (!isSigned) {
            throw new HeadException("the head was not signed with this key, or was changed since");
        }
    }

    private static byte[] text(long seq, Instant at, String hash) {
        return "reentry-atlas audit head 1\n%d\n%s\n%s\n"
                .formatted(seq, at, hash)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Under its name a file is whole, even if this process or the machine ends in the middle. */
    public void write(Path file) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("format", 1)
                .put("seq", seq)
                .put("at", at.toString())
                .put("hash", hash)
                .put("signature", signature);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(part, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws HeadException if the file holds no head
     */
    public static Head read(Path file) throws IOException {
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            String hash = json.path("hash").asText();
            if (json.path("format").asInt() != 1
                    || !HASH.matcher(hash).matches()
                    || json.path("seq").asLong() < 1) {
                throw new HeadException(file + ": this is no head of an audit log");
            }
            return new Head(
                    json.path("seq").asLong(),
                    Instant.parse(json.path("at").asText()),
                    hash,
                    json.path("signature").asText());
        } catch (JsonProcessingException | DateTimeException e) {
            throw new HeadException(file + ": this is no head of an audit log", e);
        }
    }
}
