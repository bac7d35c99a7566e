package org.reentryatlas.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How often each of some may do what takes long: so often at once, and then once each so many seconds. Safe for many threads. */
public final class Allowance<K> {
    private static final int MOST = 10_000;

    private final int atOnce;
    private final int secondsEach;
    private final Cache<K, Bucket> buckets;

    /**
     * Nobody has done it yet.
     *
     * @param atOnce how often without waiting
     * @param secondsEach after how many seconds once more
     */
    public Allowance(int atOnce, int secondsEach) {
        this.atOnce = atOnce;
        this.secondsEach = secondsEach;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(Duration.ofSeconds((long) atOnce * secondsEach + 1))
                .build();
    }

    /**
     * Takes one.
     *
     * @throws ProblemException 429 if none is left, with when the next one is
     */
    public void take(K who) {
        ConsumptionProbe left = buckets.get(who, any -> full()).tryConsumeAndReturnRemaining(1);
        if (!left.isConsumed()) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(left.getNanosToWaitForRefill()) + 1;
            throw ProblemException.tooMany((int) seconds);
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(atOnce).refillGreedy(1, Duration.ofSeconds(secondsEach)))
                .build();
    }
}
