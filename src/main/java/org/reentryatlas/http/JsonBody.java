package org.reentryatlas.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Collectors;

/** Bodies of requests as records: what they do not know is refused by name, so that nothing is lost unsaid. */
public final class JsonBody {
    private static final ObjectReader READER = Json.MAPPER
            .reader()
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // 2.7 is no 2.
            .without(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private JsonBody() {}

    /**
     * The body of a request.
     *
     * @throws ProblemException if it is no JSON, or not of this shape
     */
    public static <T> T read(Context context, Class<T> type) {
        String contentType = context.contentType();
        if (contentType == null || !contentType.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw ProblemException.notJson();
        }
        String body = context.body();
        // The database cannot take it in a text.
        if (body.isBlank() || body.indexOf('\0') >= 0 || body.contains("\\u0000")) {
            throw ProblemException.badRequest(
                    "BODY_INVALID", "The body is empty or holds a NUL.", "Send a JSON object without \\u0000.");
        }
        try {
            T value = READER.forType(type).readValue(body);
            if (value == null) {
                throw ProblemException.badRequest("BODY_INVALID", "The body is null.", "Send a JSON object.");
            }
            return value;
        } catch (JsonMappingException e) {
            // Where a body can be of several kinds, its member "kind" says which.
            String field = e instanceof InvalidTypeIdException ? field(e) + "kind" : field(e);
            if (field.isEmpty()) {
                throw ProblemException.badRequest(
                        "BODY_INVALID", "The body is not JSON of the shape that is taken here.", "See /ogc/api.");
            }
            throw ProblemException.invalid(
                    List.of(new Problem.FieldError(field, "is not known here or not of its kind")));
        } catch (JsonProcessingException e) {
            throw ProblemException.badRequest("BODY_INVALID", "The body is not JSON.", "See /ogc/api.");
        }
    }

    private static String field(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
