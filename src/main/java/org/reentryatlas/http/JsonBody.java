package org.reentryatlas.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Bodies of requests as records: what they do not know is refused by name, so that nothing is lost unsaid. */
public final class JsonBody {
    private static final ObjectReader READER = reader();

    private JsonBody() {}

    private static ObjectReader reader() {
        ObjectMapper mapper = Json.MAPPER.copy();
        mapper.setAnnotationIntrospector(new Required());
        // No element of a list is null.
        mapper.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        // Otherwise the library takes a time of UTC for one of the jurisdiction, and an empty text for no time.
        mapper.setDefaultLeniency(false);
        return mapper.reader()
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                // Otherwise half a person is nobody.
                .without(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    }

    /** What must be there must not be null either, which would be 0 for a number. */
    private static final class Required extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonSetter.Value findSetterInfo(Annotated annotated) {
            JsonSetter.Value info = super.findSetterInfo(annotated);
            JsonProperty property = annotated.getAnnotation(JsonProperty.class);
            return property != null && property.required() ? info.withValueNulls(Nulls.FAIL) : info;
        }
    }

    /** Whether the body is said to be JSON. Asked for the type, the server would fail at a character set that there is not. */
    public static boolean isJson(Context context) {
        String type = context.header("Content-Type");
        return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }

    /** The body as text. JSON is UTF-8 (RFC 8259), whatever a header says. */
    public static String text(Context context) {
        return new String(context.bodyAsBytes(), StandardCharsets.UTF_8);
    }

    /**
     * The body of a request.
     *
     * @throws ProblemException if it is no JSON, or not of this shape
     */
    public static <T> T read(Context context, Class<T> type) {
        if (!isJson(context)) {
            throw ProblemException.notJson();
        }
        String body = text(context);
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
            throw ProblemException.invalid(List.of(new Problem.FieldError(field, message(e))));
        } catch (JsonProcessingException e) {
            throw ProblemException.badRequest("BODY_INVALID", "The body is not JSON.", "See /ogc/api.");
        }
    }

    private static String message(JsonMappingException e) {
        if (e instanceof InvalidNullException) {
            return "is missing";
        }
        // The library has no kind of its own for what must be there and is not.
        return e.getClass().equals(MismatchedInputException.class)
                        && e.getOriginalMessage().startsWith("Missing required creator property")
                ? "is missing"
                : "is not known here or not of its kind";
    }

    private static String field(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
