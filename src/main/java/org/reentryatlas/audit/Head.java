package org.reentryatlas.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the log stands: the newest entry of each of its chains, signed and kept where nobody who can write to the database can write. Whoever
 * makes the end of the log anew cannot make this anew.
 *
 * <p>Signed with Ed25519 is this text, each line with a line feed: {@code reentry-atlas audit head 1}, and for each chain its number, that of the
 * entry, its time as in the file and its hash, with a blank between them.
 *
 * @param links by chain
 * @param signature in Base64
 */
public record Head(List<Link> links, String signature) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /**
     * The newest entry of a chain.
     *
     * @param hash in hexadecimal digits
     */
    public record Link(int chain, long seq, Instant at, String hash) {}

    public Head {
        links = List.copyOf(links);
    }

    static Head sign(List<Recorded> entries, PrivateKey key) {
        List<Link> links = links(entries);
        try {
            Signature signature = Signature.getInstance(KeyFiles.ALGORITHM);
            signature.initSign(key);
            signature.update(text(links));
            return new Head(links, Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new HeadException("the head cannot be signed with this key", e);
        }
    }

    static List<Link> links(List<Recorded> entries) {
        return entries.stream()
                .map(entry -> new Link(entry.chain(), entry.seq(), entry.at(), entry.hash()))
                .toList();
    }

    Optional<Link> link(int chain) {
        return links.stream().filter(link -> link.chain() == chain).findFirst();
    }

    /** The time of its newest entry. */
    public Instant at() {
        return links.stream().map(Link::at).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
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
            check.update(text(links));
            isSigned = check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new HeadException("the signature of the head is none", e);
        }
        if (!isSigned) {
            throw new HeadException("the head was not signed with this key, or was changed since");
        }
    }

    private static byte[] text(List<Link> links) {
        StringBuilder text = new StringBuilder("reentry-atlas audit head 1\n");
        links.forEach(link -> text.append("%d %d %s %s\n".formatted(link.chain(), link.seq(), link.at(), link.hash())));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Under its name a file is whole, even if this process or the machine ends in the middle. */
    public void write(Path file) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("format", 1);
        ArrayNode chains = json.putArray("chains");
        links.forEach(link -> chains.addObject()
                .put("chain", link.chain())
                .put("seq", link.seq())
                .put("at", link.at().toString())
                .put("hash", link.hash()));
        json.put("signature", signature);
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
            List<Link> links = new ArrayList<>();
            for (JsonNode each : json.path("chains")) {
                links.add(new Link(
                        each.path("chain").asInt(),
                        each.path("seq").asLong(),
                        Instant.parse(each.path("at").asText()),
                        each.path("hash").asText()));
            }
            boolean isHead = json.path("format").asInt() == 1
                    && !links.isEmpty()
                    && links.stream()
                            .allMatch(link ->
                                    link.seq() > 0 && HASH.matcher(link.hash()).matches());
            if (!isHead) {
                throw new HeadException(file + ": this is no head of an audit log");
            }
            return new Head(links, json.path("signature").asText());
        } catch (JsonProcessingException | DateTimeException e) {
            throw new HeadException(file + ": this is no head of an audit log", e);
        }
    }
}
