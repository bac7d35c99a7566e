package org.reentryatlas.pdf;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The fonts that a PDF embeds. */
class FontsTest {
    @Test
    void withoutAFontNoPdfIsMadeAndTheMessageSaysWhatToInstall(@TempDir Path empty) {
        assertThatThrownBy(() -> Fonts.find(List.of(empty, empty.resolve("missing"))))
                .isInstanceOf(FontMissingException.class)
                .hasMessageContaining("fonts-dejavu-core");
    }
}
