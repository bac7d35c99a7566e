package org.reentryatlas.http;

import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.time.Duration;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A bucket of ten requests that two a second fill up, by a clock that stands still. */
class RateLimiterTest {
    private final Clock clock = new Clock();
    private final RateLimiter limiter = new RateLimiter(2, 10, clock);
    private final InetAddress client = InetAddress.getLoopbackAddress();

    private static final class Clock implements TimeMeter {
        private long nanos;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    private String admit() {
        HttpFields.Mutable headers = HttpFields.build();
        limiter.admit(client, headers);
        return headers.get("RateLimit");
    }

    @Test
    void aBurstIsLetInAndThenAsManyAsTheTimeAllows() {
        assertThat(admit()).isEqualTo("\"client\";r=9;t=1");
        for (int number = 0; number < 9; number++) {
            admit();
        }
        assertThatThrownBy(this::admit).isInstanceOf(ProblemException.class).hasMessageContaining("more often");
        clock.nanos += Duration.ofMillis(500).toNanos();
        assertThat(admit()).isEqualTo("\"client\";r=0;t=5");
        assertThatThrownBy(this::admit).isInstanceOf(ProblemException.class);
    }
}
