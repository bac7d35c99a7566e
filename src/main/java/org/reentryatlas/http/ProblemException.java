package org.reentryatlas.http;

import java.util.List;
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
    private final transient List<Problem.FieldError> errors;
    private final transient Map<String, String> headers;

    private ProblemException(int status, String code, String title, String detail, @Nullable String hint) {
        this(status, code, title, detail, hint, List.of(), Map.of());
    }

    private ProblemException(
            int status,
            String code,
            String title,
            String detail,
            @Nullable String hint,
            List<Problem.FieldError> errors,
            Map<String, String> headers) {
        super(detail, null, false, false);
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
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

    /** 401: nobody is signed in, or no longer. */
    public static ProblemException signInNeeded() {
        return new ProblemException(
                401,
                "SIGN_IN_NEEDED",
                "Sign in",
                "This needs somebody who is signed in, and nobody is, or no longer.",
                "Sign in with the key of your account.",
                List.of(),
                Map.of("WWW-Authenticate", "Key realm=\"Reentry Atlas\""));
    }

    /** 401: the key or the password is right, and the account has a second factor. */
    public static ProblemException secondFactorNeeded() {
        return new ProblemException(
                401,
                "SECOND_FACTOR_NEEDED",
                "One more step",
                "This account asks for the code of its authenticator app, too.",
                "Send the same again with code, the six digits that the app shows.",
                List.of(),
                Map.of("WWW-Authenticate", "Code realm=\"Reentry Atlas\""));
    }

    /** 401: a key of a program that is none, or not any more; whoever has it is not taken for somebody without one. */
    public static ProblemException keyInvalid() {
        return new ProblemException(
                401,
                "KEY_INVALID",
                "Key not valid",
                "There is no such key, its time is over, or it was revoked.",
                "Make another one at /keys.html, or ask without a key for what everybody reads.",
                List.of(),
                Map.of("WWW-Authenticate", "Bearer realm=\"Reentry Atlas\", error=\"invalid_token\""));
    }

    /** 403: whoever is signed in may not do this. */
    public static ProblemException forbidden(String code, String detail, String hint) {
        return new ProblemException(403, code, "Not allowed", detail, hint);
    }

    /** 409: what is there does not allow it now. */
    public static ProblemException conflict(String code, String detail, String hint) {
        return conflict(code, detail, hint, List.of());
    }

    /** 409: what is there does not allow it now, because of these fields. */
    public static ProblemException conflict(String code, String detail, String hint, List<Problem.FieldError> errors) {
        return new ProblemException(409, code, "Conflict", detail, hint, errors, Map.of());
    }

    /** 415: a body in another form than JSON. */
    public static ProblemException notJson() {
        return new ProblemException(
                415,
                "BODY_NOT_JSON",
                "Unsupported media type",
                "The body must be JSON, and say so.",
                "Send it with the header Content-Type: application/json.");
    }

    /** 422: a body that can be read and says what cannot be. */
    public static ProblemException invalid(List<Problem.FieldError> errors) {
        return new ProblemException(
                422,
                "FIELDS_INVALID",
                "Cannot be taken as it is",
                "Nothing was changed: " + errors.get(0).field() + " "
                        + errors.get(0).message() + ".",
                "The member errors has every field that something is wrong with.",
                errors,
                Map.of());
    }

    /** 428: a change that does not say of what. */
    public static ProblemException versionNeeded() {
        return new ProblemException(
                428,
                "VERSION_NEEDED",
                "Say what you change",
                "A change must say which version it is of.",
                "Send the version that was read as If-Match, such as \"3\" in quotation marks.");
    }

    /** 503: try again later. */
    public static ProblemException unavailable(String detail) {
        return new ProblemException(
                503,
                "UNAVAILABLE",
                "Temporarily unavailable",
                detail,
                "Try again in a few seconds.",
                List.of(),
                retryAfter(UNAVAILABLE_SECONDS));
    }

    /** 502: another server on which the answer depends said what cannot be. */
    public static ProblemException badGateway(String code, String detail, String hint) {
        return new ProblemException(502, code, "Another server failed", detail, hint);
    }

    /** 503: another server on which the answer depends does not answer. */
    public static ProblemException unreachable(String code, String detail, String hint) {
        return new ProblemException(
                503, code, "Temporarily unavailable", detail, hint, List.of(), retryAfter(UNAVAILABLE_SECONDS));
    }

    /** 429: one client asks too often. */
    static ProblemException tooMany(int retryAfter) {
        return new ProblemException(
                TOO_MANY,
                "RATE_LIMITED",
                "Too many requests",
                "You ask more often than this server answers one client.",
                "Wait as long as the header Retry-After says; the header RateLimit tells how many requests are left.",
                List.of(),
                retryAfter(retryAfter));
    }

    /** Any other status that the server itself gives. */
    static ProblemException ofStatus(int status, String title) {
        return new ProblemException(status, "HTTP_" + status, title, title, null);
    }

    int status() {
        return status;
    }

    /** Stable, such as {@code NOT_FOUND}. */
    public String code() {
        return code;
    }

    String title() {
        return title;
    }

    @Nullable
    String hint() {
        return hint;
    }

    List<Problem.FieldError> errors() {
        return errors;
    }

    /** Headers of the answer beside those of every problem. */
    Map<String, String> headers() {
        return headers;
    }

    private static Map<String, String> retryAfter(int seconds) {
        return Map.of("Retry-After", Integer.toString(seconds));
    }
}
