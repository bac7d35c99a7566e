package org.reentryatlas.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.gap.ShareBounds.Bounds;
import org.reentryatlas.gap.ShareBounds.Part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ShareBoundsTest {
    /** A quotient of sums has its ends where every part is at one of its own. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theBoundsAreThoseOfTheWorstCorners(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            List<Part> parts = new ArrayList<>();
            for (int part = 0; part <= random.nextInt(6); part++) {
                int low = random.nextInt(4);
                parts.add(new Part(random.nextInt(5) / 4.0, low, low + random.nextInt(4)));
            }
            double least = 1;
            double most = 0;
            boolean isSomething = false;
            for (int corner = 0; corner < 1 << parts.size(); corner++) {
                double having = 0;
                double all = 0;
                for (int part = 0; part < parts.size(); part++) {
                    double size = (corner >> part & 1) == 0
                            ? parts.get(part).low()
                            : parts.get(part).high();
                    having += parts.get(part).share() * size;
                    all += size;
                }
                if (all > 0) {
                    isSomething = true;
                    least = Math.min(least, having / all);
                    most = Math.max(most, having / all);
                }
            }
            assertThat(ShareBounds.of(parts).isPresent()).isEqualTo(isSomething);
            if (isSomething) {
                Bounds bounds = ShareBounds.of(parts).orElseThrow();
                assertThat(bounds.low()).isCloseTo(least, within(1e-12));
                assertThat(bounds.high()).isCloseTo(most, within(1e-12));
            }
        }
    }

    @Test
    void ofNothingThereIsNoShare() {
        assertThat(ShareBounds.of(List.of())).isEmpty();
        assertThat(ShareBounds.of(List.of(new Part(1, 0, 0)))).isEmpty();
    }
}
