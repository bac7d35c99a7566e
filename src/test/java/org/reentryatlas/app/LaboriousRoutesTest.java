package org.reentryatlas.app;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which answers have to do with a part of the places for requests. */
class LaboriousRoutesTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static final String ITEMS = "/ogc/collections/people-by-beat/items";

    @Test
    void pictureTilesAndSearchesAreAndNothingElse() {
        assertThat(CITY.app().routes())
                .filteredOn(route -> CITY.app()
                        .isLaborious(route.replaceFirst("^[A-Z]+ ", "").replaceAll("\\{[^}]*}", "x")))
                .containsExactlyInAnyOrder(
                        "GET /tiles/base/{version}/{palette}/{z}/{x}/{tile}",
                        "GET /ogc/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}",
                        "GET /ogc/collections/{collectionId}/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}",
                        "GET /areas/{level}/{key}/map.png",
                        "GET /areas/{level}/{key}/brief.pdf",
                        "GET /gaps/{runId}/what-if",
                        "GET /gaps/{runId}/what-if.csv",
                        "GET /outreach/priority",
                        "GET /outreach/priority.csv",
                        "GET /outreach/priority/blocks",
                        "GET /outreach/priority/blocks.csv",
                        "GET /outreach/plans/{planId}/effect",
                        "GET /outreach/effects",
                        "GET /outreach/effects.csv",
                        "GET /assessment",
                        "GET /assessment.pdf",
                        "GET /assessment.xlsx",
                        "POST /outreach/rosters",
                        "GET /outreach/tours",
                        "POST /outreach/tours",
                        "POST /outreach/tours/agreement",
                        "POST /outreach/patrols",
                        "GET /outreach/measures",
                        "GET /outreach/measures.csv",
                        "GET /services");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?filter=a", "?limit=1&filter=a%3D1&f=json", "?limit=1&%66ilter=a", "?fil%74er=a"})
    void filtersAreHoweverTheirNameIsWritten(String query) {
        assertThat(CITY.app().isLaborious(ITEMS + query)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?limit=1", "?name=a%20b&limit=1", "?filter-lang=cql2-text", "?a=filter", "?filter"})
    void whatHasNoneIsNot(String query) {
        assertThat(CITY.app().isLaborious(ITEMS + query)).isFalse();
    }

    /** Whether it ends is not asked: it is looked at before anything limits how many are in work. */
    @Test
    void aQueryOfEscapesIsSeenForWhatItIsAtItsFirst() {
        assertThat(CITY.app().isLaborious(ITEMS + "?" + "%25".repeat(2_000))).isTrue();
    }

    @Test
    void whatEndsALineInAPathHidesNothing() {
        assertThat(CITY.app().isLaborious("/tiles/base/\u2028/light/10/213/374.png"))
                .isTrue();
    }
}
