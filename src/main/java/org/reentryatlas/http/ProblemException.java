package org.reentryatlas.http;

import org.jspecify.annotations.Nullable;

/** A request that is answered with a {@link Problem}. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String title;
    private final @Nullable String hint;

    private ProblemException(int status, String code, String title, String detail, @Nullable String hint) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.title = title;
        this.hint = hint;
    }

    /** 400: the request names something that is malformed or unknown. */
    public static ProblemException badRequest(String code, String detail, String hint) {
        return new ProblemException(400, code, "Bad request", detail, hint);
    }

    /** 404. */
    public static ProblemException notFound(String detail) {
        return new ProblemException(404, "NOT_FOUND", "Not found", detail, null);
    }

    /** 503: try again later. */
    public static ProblemException unavailable(String detail) {
        return new ProblemException(503, "UNAVAILABLE", "Temporarily unavailable", detail, "Try again in a minute.");
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
}
