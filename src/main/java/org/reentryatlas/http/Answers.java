package org.reentryatlas.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.jetty.http.QuotedQualityCSV;
import org.jspecify.annotations.Nullable;

/**
 * Answers that are made once for each state of the data and sent from memory, with strong tags, so that who has one is told
 * in a few bytes that it still holds. A request that fails leaves nothing behind.
 */
public final class Answers {
    private static final long MOST_BYTES = 64L << 20;

    /** So long as nobody could say whether there is something newer, nobody needs to be told. */
    private static final Duration UNKNOWN_FOR = Duration.ofSeconds(10);

    /** What an entry takes beside its bytes: key, headers, objects. */
    private static final int OVERHEAD = 500;

    /** How an answer is made. */
    public interface Maker {
        /** Makes the answer to a request; throws a {@link ProblemException} if there is none. */
        Answer make(Context context);
    }

    /** What decides an answer: the data, and all of the request that a maker may look at. */
    private record Key(String version, String serverUrl, String path, String query, String accept) {
        /** Most of it is the client's, who could make it long. */
        int length() {
            return serverUrl.length() + path.length() + query.length() + accept.length();
        }
    }

    private final Supplier<String> version;
    private final Supplier<Duration> age;
    private final Cache<Key, Answer> made = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, Answer answer) -> OVERHEAD + key.length() + answer.size())
            .recordStats()
            .build();

    /**
     * No answers yet.
     *
     * @param version of the data, another text after every change
     * @param age how long ago it was last known that this is the version
     */
    public Answers(Supplier<String> version, Supplier<Duration> age, Metrics metrics) {
        this.version = version;
        this.age = age;
        CaffeineCacheMetrics.monitor(metrics.registry(), made, "answers");
    }

    /** A handler that sends what the maker made. */
    public Handler by(Maker maker) {
        return context -> {
            Key key = new Key(
                    version.get(),
                    Requests.serverUrl(context),
                    context.path(),
                    text(context.queryString()),
                    text(context.header("Accept")));
            Exchange exchange = Exchange.of(context);
            exchange.cached(true);
            Duration old = age.get();
            if (old.compareTo(UNKNOWN_FOR) > 0) {
                // As a cache says how long ago it heard from the origin (RFC 9111).
                context.header("Age", String.valueOf(old.toSeconds()));
            }
            send(context, made.get(key, any -> {
                exchange.cached(false);
                return maker.make(context);
            }));
        };
    }

    private static void send(Context context, Answer answer) {
        boolean compressed = answer.isWorthCompressing() && acceptsGzip(context);
        context.disableCompression();
        context.header("Cache-Control", "no-cache")
                .header("Vary", "Accept, Accept-Encoding")
                .header("ETag", answer.tag(compressed));
        answer.headers().forEach(context::header);
        if (EntityTag.isKnown(context.header("If-None-Match"), answer.tag(compressed))) {
            context.status(304);
            return;
        }
        if (compressed) {
            context.header("Content-Encoding", "gzip");
        }
        context.contentType(answer.contentType());
        sendWhole(context, answer.body(compressed));
    }

    /** In one piece: a result of Javalin is copied by 8 KB, each a call of the operating system, and has no length. */
    private static void sendWhole(Context context, byte[] body) {
        context.res().setContentLength(body.length);
        try {
            context.res().getOutputStream().write(body);
        } catch (IOException e) {
            // The client left, and there is nobody else to tell.
        }
    }

    private static boolean acceptsGzip(Context context) {
        QuotedQualityCSV accepted = new QuotedQualityCSV();
        String header = context.header("Accept-Encoding");
        if (header != null) {
            accepted.addValue(header);
        }
        return accepted.getValues().stream().anyMatch(coding -> coding.equals("gzip") || coding.equals("*"));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
