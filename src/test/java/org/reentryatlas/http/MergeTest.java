package org.reentryatlas.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MergeTest {
    private static JsonNode of(String json) {
        return Json.read(json.replace('\'', '"'));
    }

    @Test
    void whatOneLeftAsItWasTheOtherDecides() {
        Merge merge =
                Merge.of(of("{'a':1,'b':[1],'c':'x'}"), of("{'a':2,'b':[1],'c':'x'}"), of("{'a':1,'b':[1,2],'c':'x'}"));
        assertThat(merge.body()).isEqualTo(of("{'a':2,'b':[1,2],'c':'x'}"));
        assertThat(merge.theirs()).containsExactly("a");
        assertThat(merge.conflicts()).isEmpty();
    }

    @Test
    void whatBothChangedAlikeIsNoConflictAndElseItIs() {
        Merge alike = Merge.of(of("{'a':1}"), of("{'a':2}"), of("{'a':2}"));
        assertThat(alike.conflicts()).isEmpty();
        Merge merge = Merge.of(of("{'a':1}"), of("{'a':2}"), of("{'a':3}"));
        assertThat(merge.conflicts()).containsExactly("a");
        assertThat(merge.body()).as("nothing of mine is lost").isEqualTo(of("{'a':3}"));
    }

    /** Whoever comes first: where there is no conflict, both orders end the same, and every change is there. */
    @Test
    void theOrderDoesNotMatterAndNoChangeIsLost() {
        Random random = new Random(9);
        for (int round = 0; round < 500; round++) {
            ObjectNode base = Json.MAPPER.createObjectNode();
            List.of("a", "b", "c", "d").forEach(field -> base.put(field, 0));
            ObjectNode one = changed(base, random);
            ObjectNode other = changed(base, random);
            Merge here = Merge.of(base, one, other);
            Merge there = Merge.of(base, other, one);
            assertThat(here.conflicts()).isEqualTo(there.conflicts());
            if (here.conflicts().isEmpty()) {
                assertThat(here.body()).isEqualTo(there.body());
                for (ObjectNode change : List.of(one, other)) {
                    Merge.changed(base, change)
                            .forEach(field -> assertThat(here.body().get(field)).isEqualTo(change.get(field)));
                }
            }
        }
    }

    private static ObjectNode changed(ObjectNode base, Random random) {
        ObjectNode changed = base.deepCopy();
        base.fieldNames().forEachRemaining(field -> {
            if (random.nextInt(3) == 0) {
                changed.put(field, 1 + random.nextInt(2));
            }
        });
        return changed;
    }
}
