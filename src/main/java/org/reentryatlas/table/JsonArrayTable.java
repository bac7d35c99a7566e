package org.reentryatlas.table;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A JSON array of objects as rows, one in memory at a time. Values in a list are joined by {@code "; "}; a nested object
 * reads {@code "name: value; name: value"}.
 */
final class JsonArrayTable implements Table {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final List<String> columns;

    private JsonArrayTable(Path file, List<String> columns) {
        this.file = file;
        this.columns = columns;
    }

    static boolean isArray(Path file) throws IOException {
        try (JsonParser parser = JSON.createParser(file.toFile())) {
            return parser.nextToken() == JsonToken.START_ARRAY;
        } catch (JacksonException e) {
            return false;
        }
    }

    static JsonArrayTable open(Path file) throws IOException {
        TreeSet<String> columns = new TreeSet<>();
        read(file, (number, node) -> node.fieldNames().forEachRemaining(columns::add));
        return new JsonArrayTable(file, List.copyOf(columns));
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public void forEach(Consumer<Row> action) throws IOException {
        read(file, (number, node) -> action.accept(new ObjectRow(number, node)));
    }

    private interface Taker {
        void take(long number, JsonNode node);
    }

    private static void read(Path file, Taker taker) throws IOException {
        try (JsonParser parser = JSON.createParser(file.toFile())) {
            parser.nextToken();
            for (long number = 1; parser.nextToken() != JsonToken.END_ARRAY; number++) {
                if (parser.currentToken() == null) {
                    throw new TableException(file + ": the array does not end; is the file cut off?");
                }
                taker.take(number, parser.readValueAsTree());
            }
            if (parser.nextToken() != null) {
                throw new TableException(file + ": something follows the array");
            }
        } catch (StreamConstraintsException e) {
            throw new TableException(file + ": it is nested too deeply, or one of its values is too long");
        } catch (JacksonException e) {
            throw new TableException(
                    file + ": it is not JSON from line " + e.getLocation().getLineNr() + " on; is the file cut off?");
        }
    }

    private static String text(JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(value -> parts.add(text(value)));
        } else if (node.isObject()) {
            node.properties().forEach(member -> parts.add(member.getKey() + ": " + text(member.getValue())));
        } else {
            return node.asText().strip();
        }
        return String.join("; ", parts);
    }

    private record ObjectRow(long number, JsonNode node) implements Row {
        @Override
        public String value(String column) {
            return text(node.path(column));
        }

        @Override
        public @Nullable String fault() {
            if (!node.isObject()) {
                return "it is no object";
            }
            return text(node).indexOf('\0') >= 0 ? "it holds a NUL character" : null;
        }
    }
}
