package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.reentryatlas.coalition.Assessing;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.http.Json;
import org.reentryatlas.identity.Account;
import org.reentryatlas.identity.AccountStore;

/** What the coalition of the demo city says of its own work: before the day on which it is loaded, by an account of its own. */
final class DemoCoalition {
    static final String FILE = "assessments.json";

    private DemoCoalition() {}

    /** Makes the account and the assessments, unless there are any already; prints the key to sign in with. */
    static void assess(Config config, AccountStore accounts, Path city, PrintWriter out) throws IOException {
        try (Database desk = Databases.open(config, Role.DESK)) {
            ZoneId zone = config.jurisdiction().timeZone();
            Assessing assessing = new Assessing(desk, zone);
            if (!assessing.isEmpty()) {
                return;
            }
            Account member = DemoOutreach.account(
                    accounts, null, org.reentryatlas.identity.Role.COALITION_MEMBER, List.of(), null, out);
            LocalDate today = LocalDate.now(Clock.system(zone));
            JsonNode assessments = Json.MAPPER.readTree(Files.readString(city.resolve(FILE)));
            for (JsonNode entry : assessments) {
                ObjectNode assessment = entry.get("assessment").deepCopy();
                assessment.put(
                        "day", today.plusMonths(entry.get("months").asLong()).toString());
                assessing.keep(assessment, entry.get("final").asBoolean(), member);
            }
            out.println(assessments.size() + " self-assessments of the coalition are there");
        }
    }
}
