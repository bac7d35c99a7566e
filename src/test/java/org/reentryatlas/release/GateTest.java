package org.reentryatlas.release;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reentryatlas.attack.FileSource;
import org.reentryatlas.attack.Proof;
import org.reentryatlas.protect.Outsider;
import org.reentryatlas.protect.ProtectionException;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What would give something away does not get out. */
class GateTest {
    private static final FileSource SUBTRACTABLE = new FileSource.Texts(
            Map.of(
                    "release.json",
                            "{\"release\":\"r\",\"policy\":{\"k\":11,\"rounding_base\":5,\"min_addresses\":3,\"known_members\":2}}",
                    "atoms.csv", "atom,beat\n1,A\n2,B\n",
                    "areas.csv", "level,area_key,parent_level,parent_key\nbeat,A,city,c\nbeat,B,city,c\ncity,c,,\n",
                    "cells.csv",
                            "measure,level,area_key,status,value\npeople,beat,A,hidden,\npeople,beat,B,shown,40\npeople,city,c,shown,45\n"));

    @Test
    void filesWhoseProofDoesNotHoldStayInside() {
        Proof proof =
                new Proof(new int[] {5, 40}, new int[] {0, 0}, new int[] {5, 40, 45}, new int[] {1, 1, 1}, List.of());
        assertThatThrownBy(() -> Gate.require(SUBTRACTABLE, proof, step -> {}))
                .isInstanceOf(ProtectionException.class)
                .hasMessage("nothing shows that atom 0 is protected");
    }

    @Test
    void filesOfWhichTheAttackProvesSomethingOrLeavesItOpenStayInside() {
        for (Outsider.Verdict verdict : List.of(Outsider.Verdict.PROVED, Outsider.Verdict.UNDECIDED)) {
            Outsider.Finding harmless = new Outsider.Finding("atom 1", Outsider.Verdict.MAY_BE_EMPTY, 0, 9, List.of());
            Outsider.Finding found =
                    new Outsider.Finding("people in beat A", verdict, 1, 9, List.of("people in city c"));
            assertThatThrownBy(() -> Gate.requireSafe(new Outsider.Report(2, 0, List.of(harmless, found))))
                    .isInstanceOf(ProtectionException.class)
                    .hasMessage(
                            "the attack on the files that would be published found people in beat A between 1.0 and 9.0");
        }
        Gate.requireSafe(new Outsider.Report(7, 5, List.of()));
    }
}
