package org.reentryatlas.locate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reentryatlas.address.AddressSearchStore;
import org.reentryatlas.http.Json;
import org.reentryatlas.http.JsonBody;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Routes;
import org.reentryatlas.layer.Catalogue;

/** The areas of an address, which is in the body so that no URL, log or history of a browser ever holds it. */
public final class LocateRoutes implements Routes {
    /** In characters; no address is as long. */
    private static final int LONGEST = 200;

    private static final String EXAMPLE = "Send JSON such as {\"address\": \"1200 Main St\"}.";

    private final Catalogue catalogue;
    private final AddressSearchStore addresses;

    public LocateRoutes(Catalogue catalogue, AddressSearchStore addresses) {
        this.catalogue = catalogue;
        this.addresses = addresses;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/locate", this::locate);
    }

    private void locate(Context context) {
        Parameters.of(context, Set.of());
        String address = address(context);
        List<Match> matches = Match.of(addresses.find(address), catalogue.now());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("matches", matches);
        if (matches.isEmpty()) {
            body.put(
                    "hint",
                    "Nothing in the address reference matches. Give a house number and a street, or two streets that cross.");
        }
        context.header("Cache-Control", "no-store")
                .contentType("application/json")
                .result(Json.write(body));
    }

    /** No message repeats any of the body: it says where somebody lives. */
    private static String address(Context context) {
        if (!JsonBody.isJson(context)) {
            throw ProblemException.badRequest("BODY_INVALID", "The body is not said to be application/json.", EXAMPLE);
        }
        JsonNode body = read(JsonBody.text(context));
        if (!body.isObject() || body.size() != 1 || !body.path("address").isTextual()) {
            throw ProblemException.badRequest(
                    "BODY_INVALID", "The body is not an object with the text 'address' alone.", EXAMPLE);
        }
        String address = body.get("address").textValue().strip();
        if (address.isEmpty()) {
            throw ProblemException.badRequest("ADDRESS_EMPTY", "The address is empty.", EXAMPLE);
        }
        if (address.length() > LONGEST) {
            throw ProblemException.badRequest(
                    "ADDRESS_TOO_LONG", "The address is longer than " + LONGEST + " characters.", EXAMPLE);
        }
        return address;
    }

    private static JsonNode read(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw ProblemException.badRequest("BODY_INVALID", "The body is not JSON.", EXAMPLE);
        }
    }
}
