package org.reentryatlas.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The description of the API, written by hand in {@code openapi.yaml} and held equal to the routes by a test. What every
 * operation may answer, since the server does before a route is reached, is added here.
 */
public final class OpenApi {
    /** By status, the answer among the shared ones. */
    private static final Map<String, String> ALWAYS = Map.of(
            "405", "Problem",
            "414", "Problem",
            "429", "RateLimited",
            "431", "Problem",
            "503", "Unavailable");

    private static final ObjectNode DOCUMENT = withSharedAnswers(read());

    private OpenApi() {}

    /** The document as JSON, for a server at the URL. */
    public static String json(String serverUrl) {
        ObjectNode document = DOCUMENT.deepCopy();
        document.putArray("servers").addObject().put("url", serverUrl);
        return Json.write(document);
    }

    /** A value as a query parameter or path segment of a URL. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static ObjectNode withSharedAnswers(ObjectNode document) {
        for (JsonNode path : document.get("paths")) {
            for (JsonNode operation : path) {
                if (operation.get("responses") instanceof ObjectNode responses) {
                    ALWAYS.forEach((status, name) -> {
                        if (!responses.has(status)) {
                            responses.putObject(status).put("$ref", "#/components/responses/" + name);
                        }
                    });
                }
            }
        }
        return document;
    }

    private static ObjectNode read() {
        try (InputStream in = OpenApi.class.getResourceAsStream("/openapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException("openapi.yaml is missing");
            }
            return (ObjectNode) new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException("openapi.yaml cannot be read", e);
        }
    }
}
