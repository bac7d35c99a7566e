package org.reentryatlas.identity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SecondFactorTest {
    /** That of the examples in RFC 6238. */
    private static final SecondFactor OF_RFC =
            new SecondFactor("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** The last six of the eight digits of appendix B. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "20000000000, 353130"})
    void theCodesAreThoseOfTheStandard(long second, String code) {
        assertThat(OF_RFC.stepOf(code, Instant.ofEpochSecond(second))).hasValue(second / 30);
        assertThat(OF_RFC.stepOf(code.substring(0, 3) + " " + code.substring(3), Instant.ofEpochSecond(second)))
                .as("as apps write it")
                .hasValue(second / 30);
    }

    @Test
    void theCodeBeforeAndTheOneAfterAreRightAndNoOther() {
        long step = 1_111_111_111L / 30;
        for (int off = -3; off <= 3; off++) {
            Instant now = Instant.ofEpochSecond((step + off) * 30);
            OptionalLong found = OF_RFC.stepOf("050471", now);
            assertThat(found).isEqualTo(Math.abs(off) <= 1 ? OptionalLong.of(step) : OptionalLong.empty());
        }
    }

    @Test
    void noneIsRightTwiceNorOneBeforeIt() {
        Instant now = Instant.ofEpochSecond(1_111_111_111L);
        long step = 1_111_111_111L / 30;
        assertThat(OF_RFC.stepOf("050471", step - 1, now)).hasValue(step);
        assertThat(OF_RFC.stepOf("050471", step, now)).isEmpty();
        assertThat(OF_RFC.stepOf("050471", step + 1, now)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"05047", "0504711", "o50471", "''", "-50471", "٠٥٠٤٧١"})
    void whatIsNoCodeIsWrong(String code) {
        assertThat(OF_RFC.stepOf(code, Instant.ofEpochSecond(1_111_111_111L))).isEmpty();
    }

    @Test
    void appsReadIt() {
        assertThat(OF_RFC.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        String uri = OF_RFC.uri("Reentry Atlas Small City", "CSO unit 4");
        assertThat(uri)
                .isEqualTo("otpauth://totp/Reentry%20Atlas%20Small%20City:CSO%20unit%204"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Reentry%20Atlas%20Small%20City");
        String[] lines = SecondFactor.picture(uri).split("\n", -1);
        assertThat(lines[0]).as("a margin, and all lines as long").matches("█+");
        assertThat(lines).filteredOn(line -> !line.isEmpty()).allMatch(line -> line.length() == lines[0].length());
        assertThat(SecondFactor.draw().base32())
                .hasSize(32)
                .isNotEqualTo(SecondFactor.draw().base32());
    }
}
