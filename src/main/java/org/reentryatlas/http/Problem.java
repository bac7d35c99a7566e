package org.reentryatlas.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 writes it.
 *
 * @param code stable, such as {@code BBOX_INVALID}; programs may rely on it
 * @param hint what the client can do, or null
 * @param errors what is wrong with which field of a body, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        @Nullable String hint,
        @Nullable List<FieldError> errors,
        @Nullable String requestId) {
    /**
     * What is wrong with one field.
     *
     * @param field its path, such as {@code sites[0].text}
     */
    public record FieldError(String field, String message) {}

    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(ProblemException e, @Nullable String requestId) {
        return new Problem(
                "about:blank",
                e.title(),
                e.status(),
                e.code(),
                String.valueOf(e.getMessage()),
                e.hint(),
                e.errors().isEmpty() ? null : e.errors(),
                requestId);
    }
}
