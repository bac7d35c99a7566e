package org.reentryatlas.geo;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/** Counts the tokens of a tree while it is built, so that one endless feature cannot fill the memory. */
final class BoundedParser extends JsonParserDelegate {
    /** Half a million positions, each of which is four tokens. */
    static final int MOST_TOKENS = 2_000_000;

    private int left = Integer.MAX_VALUE;

    BoundedParser(JsonParser parser) {
        super(parser);
    }

    /** The value at which the parser stands, or none if it is too large. */
    Optional<JsonNode> readTree(ObjectMapper json) throws IOException {
        left = MOST_TOKENS;
        try {
            return Optional.of(json.readTree(this));
        } catch (TooLargeException e) {
            return Optional.empty();
        } finally {
            left = Integer.MAX_VALUE;
        }
    }

    @Override
    public JsonToken nextToken() throws IOException {
        if (left != Integer.MAX_VALUE && --left < 0) {
            throw new TooLargeException();
        }
        return super.nextToken();
    }

    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
