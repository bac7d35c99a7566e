package org.reentryatlas.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of text and its character set: what the user says, else what its byte order mark says, else UTF-8 if every byte
 * of the file bears that out, else windows-1252 or ISO-8859-1.
 *
 * @param bomLength number of bytes before the text
 * @param note what was assumed, for the account of the load; null when nothing was
 */
record TextFile(
        Path file, Charset charset, int bomLength, @Nullable String note) {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int BLOCK = 1 << 16;

    /** Those in which a byte order mark can start a file. */
    private static final List<Charset> MARKED =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    /**
     * Settles the character set; without a byte order mark or the user's word this reads the whole file.
     *
     * @param encoding the user's word, or null
     * @throws TableException if the user's word is no character set, or the file is of no one set
     */
    static TextFile of(Path file, @Nullable String encoding) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(3);
        }
        Charset marked = MARKED.stream()
                .filter(set -> startsWith(head, mark(set)))
                .findFirst()
                .orElse(null);
        int bomLength = marked == null ? 0 : mark(marked).length;
        if (encoding != null) {
            return new TextFile(file, charset(encoding), bomLength, null);
        }
        if (marked != null) {
            return new TextFile(file, marked, bomLength, null);
        }
        Charset found = find(file, 0);
        String note = found.equals(StandardCharsets.UTF_8)
                ? null
                : "the file is not UTF-8: it was read as %s; --encoding names another character set".formatted(found);
        return new TextFile(file, found, 0, note);
    }

    /** The text, without the mark; bytes that are not of the character set end it with an exception, never unseen. */
    Reader open() throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(bomLength);
        return new BufferedReader(
                new InputStreamReader(
                        in,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                BLOCK);
    }

    private static byte[] mark(Charset charset) {
        return "\uFEFF".getBytes(charset);
    }

    private static boolean startsWith(byte[] head, byte[] mark) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }

    static Charset charset(String name) {
        try {
            return Charset.forName(name.strip());
        } catch (IllegalArgumentException e) {
            throw new TableException("--encoding " + name
                    + (e instanceof UnsupportedCharsetException
                            ? ": this character set is not known; give one such as UTF-8, windows-1252 or ISO-8859-1"
                            : ": this is no name of a character set"));
        }
    }

    /**
     * The character set that all bytes from the offset on bear out.
     *
     * @throws TableException if most of what is not ASCII is UTF-8, but not all: then the file is damaged
     */
    static Charset find(Path file, long offset) throws IOException {
        Census census = new Census();
        try (SeekableByteChannel channel = Files.newByteChannel(file).position(offset)) {
            ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
            boolean end = false;
            while (!end) {
                end = channel.read(bytes) < 0;
                bytes.flip();
                census.take(bytes, end);
                bytes.compact();
            }
        }
        return census.verdict(file);
    }

    /** Counts what tells character sets apart. */
    private static final class Census {
        private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        private final CharBuffer chars = CharBuffer.allocate(BLOCK);
        private long wellFormed;
        private long malformed;
        private boolean control;

        void take(ByteBuffer bytes, boolean end) {
            CoderResult result;
            do {
                result = utf8.decode(bytes, chars, end);
                chars.flip();
                while (chars.hasRemaining()) {
                    wellFormed += chars.get() >= 0x80 ? 1 : 0;
                }
                chars.clear();
                if (result.isError()) {
                    malformed++;
                    for (int i = 0; i < result.length(); i++) {
                        control |= isUndefinedInWindows1252(bytes.get());
                    }
                }
            } while (!result.isUnderflow());
        }

        private static boolean isUndefinedInWindows1252(byte value) {
            return switch (value & 0xFF) {
                case 0x81, 0x8D, 0x8F, 0x90, 0x9D -> true;
                default -> false;
            };
        }

        Charset verdict(Path file) {
            if (malformed == 0) {
                return StandardCharsets.UTF_8;
            }
            // Pairs of letters that happen to be UTF-8 are rare in other text; many of them and a few faults are
            // damage.
            if (wellFormed > malformed) {
                throw new TableException(file + ": the text is UTF-8 but for " + malformed
                        + " places; it is damaged, cut off or put together from several files;"
                        + " mend it, or name its character set with --encoding");
            }
            return control ? StandardCharsets.ISO_8859_1 : WINDOWS_1252;
        }
    }
}
