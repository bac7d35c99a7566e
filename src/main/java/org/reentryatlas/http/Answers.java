package org.reentryatlas.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.eclipse.jetty.http.QuotedQualityCSV;
import org.jspecify.annotations.Nullable;

/**
 * Answers that are made once for each state of the data and sent from memory, with strong tags, so that who has one is told
 * in a few bytes that it still holds. A request that fails leaves nothing behind. Safe for many threads.
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

    /** How an answer in a language is made. */
    public interface TranslatedMaker {
        /** Makes the answer to a request; throws a {@link ProblemException} if there is none. */
        Answer make(Context context, Locale language);
    }

    /** What decides an answer: the data, and all of the request that a maker may look at. */
    record Key(String version, String serverUrl, String path, String query, String accept) {
        /** Of an answer that depends on more than the data. */
        Key with(String also) {
            return also.isEmpty() ? this : new Key(version + " " + also, serverUrl, path, query, accept);
        }

        /** Most of it is the client's, who could make it long. */
        int length() {
            return serverUrl.length() + path.length() + query.length() + accept.length();
        }
    }

    /** An answer, and the template of the route that made it. */
    record Made(Answer answer, String route) {}

    private final Supplier<String> version;
    private final Supplier<Duration> age;
    private final Metrics metrics;
    private final Cache<Key, Made> made = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, Made known) ->
                    OVERHEAD + key.length() + known.answer().size())
            .build();

    /** Beside the cache: what is made within it holds up others that have nothing to do with it but lie in the same bin. */
    private final Map<Key, CompletableFuture<Made>> underWay = new ConcurrentHashMap<>();

    /**
     * No answers yet.
     *
     * @param version of the data, another text after every change
     * @param age how long ago it was last known that this is the version
     */
    public Answers(Supplier<String> version, Supplier<Duration> age, Metrics metrics) {
        this.version = version;
        this.age = age;
        metrics.watchAnswers(made::estimatedSize);
        this.metrics = metrics;
    }

    /** A handler that sends what the maker made. */
    public Handler by(Maker maker) {
        return context -> send(context, text(context.req().getQueryString()), "", maker);
    }

    /**
     * A handler that sends what the maker made in the language that the parameter {@code lang} names, or else the one that
     * the client would rather have.
     */
    public Handler in(Languages languages, TranslatedMaker maker) {
        return in(languages, () -> "", maker);
    }

    /**
     * The same for an answer that is also made of what changes by itself, and must not make all others old.
     *
     * @param also another text after each change of that
     */
    public Handler in(Languages languages, Supplier<String> also, TranslatedMaker maker) {
        return context -> {
            String named = context.queryParam(Languages.PARAMETER);
            Locale language = languages.asked(context);
            String query = text(context.req().getQueryString());
            // Kept under the query that names it: what answers from memory does not look at the header.
            String whole = named != null
                    ? query
                    : query + (query.isEmpty() ? "" : "&") + Languages.PARAMETER + "=" + language.getLanguage();
            send(
                    context,
                    whole,
                    also.get(),
                    given -> maker.make(given, language).in(language));
        };
    }

    private void send(Context context, String query, String also, Maker maker) {
        Exchange exchange = Exchange.of(context);
        if (!exchange.isForAll()) {
            throw new IllegalStateException("what lies in memory is sent past the gate, and this is not for everybody");
        }
        exchange.cached(true);
        Key of = key(exchange, context.req().getRequestURI(), query, context.header("Accept"));
        Made known = get(of.with(also), () -> {
            exchange.cached(false);
            metrics.countAnswer(false);
            return new Made(maker.make(context), Requests.route(context));
        });
        if (exchange.cached()) {
            metrics.countAnswer(true);
        }
        send(context, known.answer());
    }

    /** Who comes while another one makes it waits for that. */
    private Made get(Key key, Supplier<Made> maker) {
        Made known = made.getIfPresent(key);
        if (known != null) {
            return known;
        }
        CompletableFuture<Made> mine = new CompletableFuture<>();
        CompletableFuture<Made> another = underWay.putIfAbsent(key, mine);
        return another == null ? make(key, maker, mine) : await(another);
    }

    private Made make(Key key, Supplier<Made> maker, CompletableFuture<Made> promise) {
        try {
            // It may have come since it was looked for.
            Made known = made.getIfPresent(key);
            if (known == null) {
                known = maker.get();
                made.put(key, known);
            }
            promise.complete(known);
            return known;
        } catch (Throwable e) {
            promise.completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(key, promise);
        }
    }

    private static Made await(CompletableFuture<Made> promise) {
        try {
            return promise.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** What was made for a request before, or null. */
    @Nullable
    Made find(Key key) {
        return made.getIfPresent(key);
    }

    /** What decides the answer to a request: its path and query are as they came. */
    Key key(Exchange exchange, String path, @Nullable String query, @Nullable String accept) {
        return new Key(version.get(), exchange.serverUrl(), path, text(query), text(accept));
    }

    private void send(Context context, Answer answer) {
        context.disableCompression();
        byte[] body =
                answer(answer, context.header("If-None-Match"), context.header("Accept-Encoding"), context::header);
        if (body == null) {
            context.status(304);
        } else {
            sendWhole(context, body);
        }
    }

    /**
     * Chooses the form of an answer.
     *
     * @param headers takes its headers
     * @return its bytes, or null if the client has them
     */
    byte @Nullable [] answer(
            Answer answer,
            @Nullable String ifNoneMatch,
            @Nullable String acceptEncoding,
            BiConsumer<String, String> headers) {
        boolean compressed = answer.isWorthCompressing() && acceptsGzip(acceptEncoding);
        String tag = answer.tag(compressed);
        headers.accept("Cache-Control", "no-cache");
        headers.accept("Vary", "Accept, Accept-Encoding");
        headers.accept("ETag", tag);
        // With a 304 too: a cache may take over what it says.
        headers.accept("Content-Type", answer.contentType());
        answer.headers().forEach(headers);
        Duration old = age.get();
        if (old.compareTo(UNKNOWN_FOR) > 0) {
            // As a cache says how long ago it heard from the origin (RFC 9111).
            headers.accept("Age", String.valueOf(old.toSeconds()));
        }
        if (EntityTag.isKnown(ifNoneMatch, tag)) {
            return null;
        }
        if (compressed) {
            headers.accept("Content-Encoding", "gzip");
        }
        return answer.body(compressed);
    }

    /** In one piece: a result of Javalin is copied by 8 KB, each a call of the operating system, and has no length. */
    static void sendWhole(Context context, byte[] body) {
        context.res().setContentLength(body.length);
        try {
            context.res().getOutputStream().write(body);
        } catch (IOException e) {
            // The client left, and there is nobody else to tell.
        }
    }

    private static boolean acceptsGzip(@Nullable String header) {
        if (header == null || header.equals("gzip")) {
            return header != null;
        }
        QuotedQualityCSV accepted = new QuotedQualityCSV();
        accepted.addValue(header);
        return accepted.getValues().stream().anyMatch(coding -> coding.equals("gzip") || coding.equals("*"));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
