package org.reentryatlas.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.reentryatlas.protect.Policy;

import static org.assertj.core.api.Assertions.assertThat;

/** The files of a release, character by character. */
class ArtefactsTest {
    private static final List<ReleaseDocument.Area> AREAS = List.of(
            new ReleaseDocument.Area("sector", "S1", "North, \"old\"", "", "", null, "beat:2024-01-01", false),
            new ReleaseDocument.Area("beat", "10", "Beat\nten", "sector", "S1", 1200, "beat:2024-01-01", true),
            new ReleaseDocument.Area("beat", "02", "Año", "sector", "S1", 0, "beat:2024-01-01", false));
    private static final List<ReleaseDocument.Cell> CELLS = List.of(
            new ReleaseDocument.Cell("people", "sector", "S1", "shown", 45, 50),
            new ReleaseDocument.Cell("people", "beat", "10", "hidden", null, null),
            new ReleaseDocument.Cell("people", "beat", "02", "zero", 0, null),
            new ReleaseDocument.Cell("need_food", "beat", "10", "hidden", null, null));
    private static final List<DocumentAtom> ATOMS = List.of(
            new DocumentAtom(Map.of("beat", "10", "tract", "000200")),
            new DocumentAtom(Map.of("tract", "000100")),
            new DocumentAtom(Map.of("beat", "02", "tract", "000100")));

    private static ReleaseDocument document(List<ReleaseDocument.Area> areas, List<ReleaseDocument.Cell> cells) {
        return new ReleaseDocument(
                "2026-06-30.1",
                LocalDate.of(2026, 6, 30),
                List.of(),
                Policy.DEFAULT,
                null,
                null,
                List.of(new ReleaseDocument.Source(
                        "beat:2024-01-01", "beat", "beats", "ab12", LocalDate.of(2024, 1, 1), null)),
                List.of(new ReleaseDocument.Measure("people", "People", "Everybody", null)),
                List.of(new ReleaseDocument.NotMapped("po_box", "hidden", null)),
                areas,
                cells);
    }

    private static Map<String, String> texts(List<Artefact> artefacts) {
        return artefacts.stream().collect(Collectors.toMap(Artefact::name, Artefact::text));
    }

    @Test
    void tablesAreSortedQuotedAndEndEachLineAlike() {
        Map<String, String> texts = texts(Artefacts.of(document(AREAS, CELLS), ATOMS));
        assertThat(texts.get("cells.csv")).isEqualTo("""
                measure,level,area_key,status,value,earlier
                need_food,beat,10,hidden,,
                people,beat,02,zero,0,
                people,beat,10,hidden,,
                people,sector,S1,shown,45,50
                """);
        assertThat(texts.get("areas.csv")).isEqualTo("""
                level,area_key,name,parent_level,parent_key,residents,area_set,low_hit_rate
                beat,02,Año,sector,S1,0,beat:2024-01-01,false
                beat,10,"Beat
                ten",sector,S1,1200,beat:2024-01-01,true
                sector,S1,"North, ""old""\",,,,beat:2024-01-01,false
                """);
        assertThat(texts.get("atoms.csv")).isEqualTo("""
                atom,beat,tract
                1,,000100
                2,02,000100
                3,10,000200
                """);
    }

    @Test
    void theSummaryNamesTheRulesAndTheDigestsOfTheTables() {
        List<Artefact> artefacts = Artefacts.of(document(AREAS, CELLS), ATOMS);
        assertThat(artefacts.get(0).text()).isEqualTo("""
                {
                  "format" : "reentry-atlas-release",
                  "format_version" : 3,
                  "release" : "2026-06-30.1",
                  "reference_date" : "2026-06-30",
                  "policy" : {
                    "k" : 11,
                    "rounding_base" : 5,
                    "min_addresses" : 3,
                    "known_members" : 2
                  },
                  "below_gate" : null,
                  "new_since" : null,
                  "area_sets" : [
                    {
                      "id" : "beat:2024-01-01",
                      "base_level" : "beat",
                      "source" : "beats",
                      "fingerprint" : "ab12",
                      "valid_from" : "2024-01-01",
                      "valid_to" : null
                    }
                  ],
                  "levels" : [
                    "beat",
                    "sector"
                  ],
                  "measures" : [
                    {
                      "code" : "people",
                      "title" : "People",
                      "description" : "Everybody",
                      "band_width" : null
                    }
                  ],
                  "not_mapped" : [
                    {
                      "outcome" : "po_box",
                      "status" : "hidden",
                      "value" : null
                    }
                  ],
                  "artefacts" : [
                    {
                      "name" : "areas.csv",
                      "sha256" : "%s"
                    },
                    {
                      "name" : "atoms.csv",
                      "sha256" : "%s"
                    },
                    {
                      "name" : "cells.csv",
                      "sha256" : "%s"
                    }
                  ]
                }
                """.formatted(
                        artefacts.get(2).sha256(),
                        artefacts.get(3).sha256(),
                        artefacts.get(1).sha256()));
    }

    @Test
    void theOrderInWhichADatabaseAnswersChangesNothing() {
        List<ReleaseDocument.Area> areas = new ArrayList<>(AREAS);
        List<ReleaseDocument.Cell> cells = new ArrayList<>(CELLS);
        List<DocumentAtom> atoms = new ArrayList<>(ATOMS);
        Collections.reverse(areas);
        Collections.reverse(cells);
        Collections.reverse(atoms);
        assertThat(Artefacts.digests(Artefacts.of(document(areas, cells), atoms)))
                .isEqualTo(Artefacts.digests(Artefacts.of(document(AREAS, CELLS), ATOMS)));
    }

    @Test
    void aDigestIsWhatSha256sumPrints() {
        assertThat(DigestUtils.sha256Hex("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
