package org.reentryatlas.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** A second factor as authenticator apps have it (RFC 6238): six digits of SHA-1, another code every 30 seconds. */
public final class SecondFactor {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 20;
    private static final String DIGEST = "HmacSHA1";

    /** Clocks of devices are off, and people type: the code before and the one after are right, too. */
    private static final int STEPS_OFF = 1;

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();

    /** 160 random bits, which the app and the server share. */
    private final byte[] secret;

    SecondFactor(byte[] secret) {
        this.secret = secret.clone();
    }

    /** A new one. */
    public static SecondFactor draw() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return new SecondFactor(bytes);
    }

    /**
     * The step of which this is the code.
     *
     * @param usedStep no code of this step or one before it is right any more
     * @return empty if it is wrong
     */
    OptionalLong stepOf(String code, long usedStep, Instant now) {
        long seconds = CODES.getTimeStep().toSeconds();
        long current = Math.floorDiv(now.getEpochSecond(), seconds);
        byte[] given = code.replace(" ", "").getBytes(StandardCharsets.UTF_8);
        OptionalLong found = OptionalLong.empty();
        // All are compared, whichever is right.
        for (long step = current - STEPS_OFF; step <= current + STEPS_OFF; step++) {
            byte[] right = code(Instant.ofEpochSecond(step * seconds)).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(given, right) && step > usedStep) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /**
     * The step of a code with which its owner shows to have it.
     *
     * @return empty if it is wrong
     */
    public OptionalLong stepOf(String code, Instant now) {
        return stepOf(code, 0, now);
    }

    private String code(Instant at) {
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(secret, DIGEST), at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("every 20 bytes are a key of HMAC", e);
        }
    }

    /** What the server keeps of it. */
    byte[] secret() {
        return secret.clone();
    }

    /** For who types it into an app, 32 characters. */
    public String base32() {
        return Base32.toBase32String(secret);
    }

    /**
     * As apps read it.
     *
     * @param where the app shows it as a code of this
     */
    public String uri(String where, String account) {
        return "otpauth://totp/" + escaped(where) + ":" + escaped(account) + "?secret=" + base32() + "&issuer="
                + escaped(where);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A QR code of a text for a terminal that writes light on dark: two rows of it are one line. */
    public static String picture(String text) {
        ByteMatrix cells = cells(text);
        StringBuilder picture = new StringBuilder();
        int margin = 2;
        for (int y = -margin; y < cells.getHeight() + margin; y += 2) {
            for (int x = -margin; x < cells.getWidth() + margin; x++) {
                boolean isUpper = isLight(cells, x, y);
                boolean isLower = isLight(cells, x, y + 1);
                picture.append(isUpper && isLower ? '█' : isUpper ? '▀' : isLower ? '▄' : ' ');
            }
            picture.append('\n');
        }
        return picture.toString();
    }

    private static ByteMatrix cells(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.L).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("the text is too long for a QR code", e);
        }
    }

    private static boolean isLight(ByteMatrix cells, int x, int y) {
        boolean isInside = x >= 0 && y >= 0 && x < cells.getWidth() && y < cells.getHeight();
        return !isInside || cells.get(x, y) == 0;
    }
}
