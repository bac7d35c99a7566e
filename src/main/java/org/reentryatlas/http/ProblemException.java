package org.reentryatlas.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that is answered with a {@link Problem}. */
public final class ProblemException extends RuntimeException {
    static final int TOO_MANY = 429;

    private static final long serialVersionUID = 1L;
    private static final int UNAVAILABLE_SECONDS = 5;

    private final int status;
    private final String code;
    private final String title;
    private final @Nullable String hint;
    private final int retryAfter;

    private ProblemException(int status, String code, String title, String detail, @Nullable String hint) {
        this(status, code, title, detail, hint, 0);
    }

    private ProblemException(
            int status, String code, String title, String detail, @Nullable String hint, int retryAfter) {
        super(detail, null, false, false);
        this.retryAfter = retryAfter;
        this.status = status;
        this.code = code;
        this.title = title;
        this.hint = hint;
    }

    /** 400: the request names something that is malformed or unknown. */
    public static ProblemException badRequest(String code, String detail, String hint) {
        return new ProblemException(400, code, "Bad request", detail, hint);
    }

    /** 400: parameter {@code f} names a format that a resource has not. */
    public static ProblemException formatUnknown(String hint) {
        return badRequest("FORMAT_UNKNOWN", "Parameter 'f' names a format that is not served.", hint);
    }

    /** 404. */
    public static ProblemException notFound(String detail) {
        return new ProblemException(404, "NOT_FOUND", "Not found", detail, null);
    }

    /** 503: try again later. */
    public static ProblemException unavailable(String detail) {
        return new ProblemException(
                503,
                "UNAVAILABLE",
                "Temporarily unavailable",
                detail,
                "Try again in a few seconds.",
                UNAVAILABLE_SECONDS);
    }

    /** 429: one client asks too often. */
    static ProblemException tooMany(int retryAfter) {
        return new ProblemException(
                TOO_MANY,
                "RATE_LIMITED",
                "Too many requests",
                "You ask more often than this server answers one client.",
                "Wait as long as the header Retry-After says; the header RateLimit tells how many requests are left.",
                retryAfter);
    }

    /** Any other status that the server itself gives. */
    static ProblemException ofStatus(int status, String title) {
        return new ProblemException(status, "HTTP_" + status, title, title, null);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    @Nullable
    String hint() {
        return hint;
    }

    /** Headers of the answer beside those of every problem. */
    Map<String, String> headers() {
        return retryAfter == 0 ? Map.of() : Map.of("Retry-After", Integer.toString(retryAfter));
    }
}
