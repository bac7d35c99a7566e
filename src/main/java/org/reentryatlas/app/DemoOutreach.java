package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.audit.By;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.http.Json;
import org.reentryatlas.identity.Account;
import org.reentryatlas.identity.AccountStore;
import org.reentryatlas.identity.Agency;
import org.reentryatlas.outreach.Planning;

/** What is planned in the demo city: around the day on which it is loaded, by accounts of its own. */
final class DemoOutreach {
    static final String FILE = "plans.json";

    private static final Duration A_YEAR = Duration.ofDays(365);

    private DemoOutreach() {}

    /** Makes the accounts and the plans, unless anything is planned already; prints the keys to sign in with. */
    static void plan(Config config, AccountStore accounts, Path city, PrintWriter out) throws IOException {
        try (Database web = Databases.open(config, Role.WEB);
                Database desk = Databases.open(config, Role.DESK)) {
            Planning planning = new Planning(web, desk, config.jurisdiction().timeZone());
            if (!planning.isEmpty()) {
                return;
            }
            List<Account> planners = new ArrayList<>();
            for (Agency agency : Agency.values()) {
                planners.add(account(accounts, agency, org.reentryatlas.identity.Role.PLANNER, List.of(), null, out));
            }
            account(
                    accounts,
                    Agency.POLICE,
                    org.reentryatlas.identity.Role.BEAT_OFFICER,
                    List.of("052", "071"),
                    "P-12",
                    out);
            LocalDate today = LocalDate.now(Clock.system(config.jurisdiction().timeZone()));
            JsonNode plans = Json.MAPPER.readTree(Files.readString(city.resolve(FILE)));
            for (JsonNode entry : plans) {
                UUID id = planning.publish(plan(entry, today), planners);
                if (entry.has("result")) {
                    planning.record(id, entry.get("result"), planners.get(0));
                }
            }
            out.println(plans.size() + " plans of clean-ups, gatherings, tours and patrols are published");
        }
    }

    /** An account whose key is printed; of no agency for a member of the coalition. */
    static Account account(
            AccountStore accounts,
            @Nullable Agency agency,
            org.reentryatlas.identity.Role role,
            List<String> areas,
            @Nullable String post,
            PrintWriter out) {
        String name = "Demo " + (agency == null ? "" : agency.code() + " ")
                + role.code().replace('_', ' ');
        // One that an interrupted demo has left has a key that nobody knows.
        accounts.revoke(name, By.commandLine());
        String unused = free(accounts, name);
        String key = accounts.add(
                unused,
                role,
                agency,
                areas,
                post,
                null,
                null,
                Clock.systemUTC().instant().plus(A_YEAR));
        out.println("account '" + unused + "', key: " + key);
        return accounts.find(unused).orElseThrow();
    }

    /** A name that no account has or had. */
    private static String free(AccountStore accounts, String name) {
        List<String> taken =
                accounts.list().stream().map(kept -> kept.account().name()).toList();
        String free = name;
        for (int number = 2; taken.contains(free); number++) {
            free = name + " " + number;
        }
        return free;
    }

    /** The day that an entry names, where requests of the demo are before and after it, or so many weeks from the week of a day. */
    private static LocalDate day(JsonNode entry, LocalDate today) {
        if (entry.has("day")) {
            return LocalDate.parse(entry.get("day").asText());
        }
        DayOfWeek weekday = DayOfWeek.valueOf(entry.get("weekday").asText());
        return today.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
                .plusWeeks(entry.get("weeks").asLong())
                .with(TemporalAdjusters.nextOrSame(weekday));
    }

    /** A plan of the file with its days. */
    private static ObjectNode plan(JsonNode entry, LocalDate today) {
        LocalDate day = day(entry, today);
        ObjectNode plan = entry.get("plan").deepCopy();
        setTimes(plan, entry, day);
        if (!entry.get("shifts").isEmpty()) {
            ArrayNode shifts = plan.putArray("shifts");
            for (JsonNode said : entry.get("shifts")) {
                ObjectNode shift = said.deepCopy();
                setTimes(shift, said, day);
                shift.remove(List.of("from", "to"));
                shifts.add(shift);
            }
        }
        return plan;
    }

    private static void setTimes(ObjectNode node, JsonNode times, LocalDate day) {
        node.put("starts", day + "T" + times.get("from").asText());
        node.put("ends", day + "T" + times.get("to").asText());
    }
}
