package org.reentryatlas.ogc;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reentryatlas.http.Pages;

import static org.assertj.core.api.Assertions.assertThat;

class OgcPagesTest {
    /** A directory of services may hold anything. */
    @Test
    void whatAFileHoldsIsTextOnAPage() {
        String page = new Pages(OgcPages.class)
                .make(
                        "item",
                        Map.of(
                                "title",
                                "<script>alert(1)</script>",
                                "collection",
                                "/x\" onclick=\"alert(2)",
                                "collectionTitle",
                                "Services & more",
                                "properties",
                                List.of(Map.of("name", "phone", "value", "<img src=x onerror=alert(3)>")),
                                "alternates",
                                List.of()));
        assertThat(page).doesNotContain("<script>", "<img", "\" onclick").contains("Services &amp; more", "&lt;img");
    }
}
