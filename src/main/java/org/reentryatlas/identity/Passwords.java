package org.reentryatlas.identity;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Passwords as they are kept: Argon2id in the form of the PHC, with which other programs can compare them too. */
public final class Passwords {
    /** Fewer characters than this are accepted, and advised against. */
    public static final int ADVISED = 15;

    private static final int FEWEST = 8;
    private static final int MOST = 128;

    private static final int KIBIBYTES = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern KEPT = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,2}),p=([0-9]{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Of no password: where there is no account, comparing takes as long. */
    private static final String NOBODYS = hash(Secret.draw());

    private Passwords() {}

    /** What is kept of a password. */
    static String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + KIBIBYTES + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(argon2(password, salt, KIBIBYTES, PASSES, LANES, HASH_BYTES));
    }

    /** Whether a password is the one of which this is kept. */
    static boolean isOf(String password, String kept) {
        Matcher parts = KEPT.matcher(kept);
        if (!parts.matches()) {
            throw new IllegalStateException("what is kept of a password has another form");
        }
        byte[] known = Base64.getDecoder().decode(parts.group(5));
        byte[] given = argon2(
                password,
                Base64.getDecoder().decode(parts.group(4)),
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                known.length);
        return MessageDigest.isEqual(known, given);
    }

    /** Takes as long as if it were compared with one, and is not it. */
    static void isOfNobody(String password) {
        if (isOf(password, NOBODYS)) {
            throw new IllegalStateException("256 random bits were guessed");
        }
    }

    private static byte[] argon2(String password, byte[] salt, int kibibytes, int passes, int lanes, int bytes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(kibibytes)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[bytes];
        generator.generateBytes(normal(password).getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    /** The same letters typed on another keyboard may be other characters. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /** How many characters a password has, as people count them. */
    public static int length(String password) {
        return normal(password).codePointCount(0, normal(password).length());
    }

    /** Whether it is longer than any that is accepted, so that nobody has to look at it. */
    static boolean isTooLong(String password) {
        return password.length() > MOST * 4;
    }

    /**
     * Makes sure that a password is none that is guessed at once. Nothing is asked of which characters it has.
     *
     * @param name of the account, which is tried first
     * @param words that are tried first at this place
     * @throws IllegalArgumentException if it has fewer than 8 or more than 128 characters, is common, or nothing but the name and such words
     */
    static void requireGood(String password, String name, PlaceWords words) {
        int length = length(password);
        if (length < FEWEST || length > MOST) {
            throw new IllegalArgumentException(
                    "a password has " + FEWEST + " to " + MOST + " characters, and this one has " + length);
        }
        String plain = normal(password).toLowerCase(Locale.ROOT);
        if (plain.equals(name.toLowerCase(Locale.ROOT)) || Common.ALL.contains(plain)) {
            throw new IllegalArgumentException("this password is among those that are tried first; take another one");
        }
        if (words.with(name).isAllOf(password)) {
            throw new IllegalArgumentException(
                    "this password has nothing but words that are tried first here (the place, who publishes, the agencies, the account, this program); take another one");
        }
    }

    /** Read when the first password is set, and not before. */
    private static final class Common {
        static final Set<String> ALL = read();

        private static Set<String> read() {
            try {
                return Set.copyOf(StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies());
            } catch (IOException e) {
                throw new UncheckedIOException("the list of common passwords cannot be read", e);
            }
        }
    }
}
