package org.reentryatlas.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;

/** How fast one client may ask: a bucket of requests each, filled up steadily. Nobody can make it remember without end. */
final class RateLimiter {
    private static final int MOST_CLIENTS = 100_000;
    /** Whoever has IPv6 has a whole network of at least this many addresses. */
    private static final int NETWORK_BYTES = 8;

    private final int perSecond;
    private final int burst;
    private final TimeMeter clock;
    private final Cache<ByteBuffer, Bucket> buckets;

    RateLimiter(int perSecond, int burst, TimeMeter clock) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.clock = clock;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(Duration.ofSeconds(secondsToFill() + 1))
                .build();
    }

    /**
     * Takes one request out of the client's bucket, and tells the client how many are left.
     *
     * @throws ProblemException if it is empty
     */
    void admit(InetAddress client, HttpFields.Mutable headers) {
        ConsumptionProbe left = buckets.get(key(client), any -> full()).tryConsumeAndReturnRemaining(1);
        headers.put("RateLimit-Policy", "\"client\";q=" + burst + ";w=" + secondsToFill());
        headers.put(
                "RateLimit",
                "\"client\";r=" + left.getRemainingTokens() + ";t=" + seconds(left.getNanosToWaitForReset()));
        if (!left.isConsumed()) {
            throw ProblemException.tooMany((int) Math.max(1, seconds(left.getNanosToWaitForRefill())));
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(clock)
                .build();
    }

    private long secondsToFill() {
        return (burst + perSecond - 1L) / perSecond;
    }

    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
    }

    private static ByteBuffer key(InetAddress client) {
        byte[] address = client.getAddress();
        return ByteBuffer.wrap(address, 0, client instanceof Inet6Address ? NETWORK_BYTES : address.length);
    }
}
