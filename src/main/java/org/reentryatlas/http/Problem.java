package org.reentryatlas.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 writes it.
 *
 * @param code stable, such as {@code BBOX_INVALID}; programs may rely on it
 * @param hint what the client can do, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        @Nullable String hint,
        @Nullable String requestId) {
    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(ProblemException e, @Nullable String requestId) {
        return new Problem(
                "about:blank", e.title(), e.status(), e.code(), String.valueOf(e.getMessage()), e.hint(), requestId);
    }
}
