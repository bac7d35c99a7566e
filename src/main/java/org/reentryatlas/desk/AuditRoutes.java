package org.reentryatlas.desk;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.AuditLog;
import org.reentryatlas.audit.By;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Routes;
import org.reentryatlas.identity.Gatekeeper;

/** The audit log, for the privacy officer: each look is an entry, too. */
public final class AuditRoutes implements Routes {
    private static final int SHOWN = 200;

    /** More are a matter of the command line, which need not answer within seconds. */
    private static final int MOST_IN_TABLE = 20_000;

    private static final Set<String> PARAMETERS = Set.of("since", "until", "actor", "action");

    private final AuditLog log;
    private final Gatekeeper gatekeeper;

    public AuditRoutes(Database desk, Gatekeeper gatekeeper) {
        this.log = new AuditLog(desk);
        this.gatekeeper = gatekeeper;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/desk/audit", this::list);
        routes.get("/desk/audit.csv", this::table);
    }

    private void list(Context context) {
        List<List<String>> newest = log.readNewest(by(context), search(context), SHOWN + 1);
        Gatekeeper.answer(
                context,
                Map.of(
                        "entries",
                        newest.stream().limit(SHOWN).map(AuditRoutes::described).toList(),
                        "areMore",
                        newest.size() > SHOWN));
    }

    private static Map<String, String> described(List<String> fields) {
        Map<String, String> body = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            body.put(AuditLog.COLUMNS.get(i), fields.get(i));
        }
        return body;
    }

    private void table(Context context) {
        List<List<String>> newest = log.readNewest(by(context), search(context), MOST_IN_TABLE + 1);
        if (newest.size() > MOST_IN_TABLE) {
            throw ProblemException.badRequest(
                    "TOO_MANY_ENTRIES",
                    "The search has more than " + MOST_IN_TABLE + " entries.",
                    "Ask for fewer days, or for one action; 'atlas audit list --csv' has no such limit.");
        }
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(AuditLog.COLUMNS);
            newest.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Gatekeeper.answerTable(context, "audit.csv", text.toString());
    }

    private By by(Context context) {
        return gatekeeper.requireAnyone(context).account().by();
    }

    private static AuditLog.Search search(Context context) {
        Parameters parameters = Parameters.of(context, PARAMETERS);
        Search days = Search.of(parameters);
        String action = parameters.text("action").orElse(null);
        if (action != null && !Action.isSearch(action)) {
            throw ProblemException.badRequest(
                    "PARAMETER_INVALID",
                    "Parameter 'action' names no action of the log.",
                    "Name one such as release.signed, or several such as plan.*.");
        }
        return AuditLog.Search.ofDays(
                days.since(), days.until(), parameters.text("actor").orElse(null), action);
    }
}
