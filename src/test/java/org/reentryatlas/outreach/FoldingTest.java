package org.reentryatlas.outreach;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FoldingTest {
    @Test
    void aLineOf75OctetsStaysAndALongerOneIsFolded() {
        String line = "X:" + "a".repeat(73);
        assertThat(Folding.fold(line + "\r\nY:b\r\n")).isEqualTo(line + "\r\nY:b\r\n");
        assertThat(Folding.fold(line + "bc\r\n")).isEqualTo(line + "\r\n bc\r\n");
    }

    @Test
    void octetsCountAndNoCharacterIsTorn() {
        String text = "DESCRIPTION:" + "ñandú 🌳 ".repeat(60) + "\r\n";
        String folded = Folding.fold(text);
        assertThat(folded.split("\r\n"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                .hasSizeGreaterThan(8);
        assertThat(folded.replace("\r\n ", "")).isEqualTo(text);
        assertThat(new String(folded.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(folded);
    }
}
