package org.reentryatlas.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.agreement.AgreementFault;
import org.reentryatlas.agreement.AgreementStore;
import org.reentryatlas.agreement.Terms;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.db.Database;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.geo.Territory;
import org.reentryatlas.supervision.CaseloadStore;
import org.reentryatlas.table.Table;

/**
 * Loads a caseload: the people under supervision on one reference date, one row for each address of a person. Each person
 * keeps one current residence, and each residence gets one class.
 */
public final class CaseloadLoad {
    private static final Map<String, List<String>> SYNONYMS = synonyms();

    /**
     * What a load of a caseload is told besides the common request.
     *
     * @param referenceDate the day the file speaks of
     * @param today the day on which it is loaded
     * @param workingCrs the system in which the margin is measured
     * @param marginMetres how far outside the areas a position may lie before it counts as an error
     * @param rawDays for how many days raw addresses and positions may be kept, unless the agreement says fewer
     * @param agreement the agreement under which it is loaded; null where none is named
     */
    public record Options(
            LocalDate referenceDate,
            LocalDate today,
            Crs workingCrs,
            double marginMetres,
            int rawDays,
            @Nullable String agreement) {
        private Options keepingRaw(int days) {
            return new Options(referenceDate, today, workingCrs, marginMetres, Math.min(days, rawDays), agreement);
        }
    }

    private final Database database;
    private final Territory territory;

    public CaseloadLoad(Database database, Territory territory) {
        this.database = database;
        this.territory = territory;
    }

    private static Map<String, List<String>> synonyms() {
        Map<String, List<String>> synonyms = new HashMap<>(Positions.SYNONYMS);
        synonyms.put("record_id", List.of("id", "case_id", "agency_record_id"));
        synonyms.put("address_type", List.of("residence_type"));
        synonyms.put("address", List.of("residence_address", "street_address", "full_address"));
        synonyms.put("city", List.of("residence_city"));
        synonyms.put("postal_code", List.of("zip", "zipcode", "zip_code", "postcode"));
        synonyms.put("residence_status", List.of("address_status", "status"));
        synonyms.put("residence_from", List.of("address_from", "move_in"));
        synonyms.put("residence_to", List.of("address_to", "move_out"));
        synonyms.put("stated_area", List.of("beat", "psa", "supervision_area"));
        synonyms.put("needs", List.of("need", "service_needs"));
        synonyms.put("start_date", List.of("supervision_start"));
        synonyms.put("end_date", List.of("supervision_end"));
        synonyms.put("verified_on", List.of("address_verified_on"));
        return synonyms;
    }

    /** The fields that a caseload can have. */
    public static Set<String> fields() {
        return Set.copyOf(SYNONYMS.keySet());
    }

    /**
     * Loads the file, or leaves the database as it is.
     *
     * @throws LoadRefusedException if the file cannot be loaded as it is
     * @throws AgreementFault if no agreement allows it
     */
    public LoadReport run(LoadRequest request, Options options) throws IOException {
        Path file = request.file();
        if (options.referenceDate().isAfter(options.today())) {
            throw new LoadRefusedException(
                    "--as-of " + options.referenceDate() + ": the reference date is in the future");
        }
        Table table = Table.open(file, request.reading());
        requireNothingForbidden(file, table.columns());
        Columns columns = Columns.find(file, table.columns(), SYNONYMS, Set.of("record_id"), request.mapping());
        Positions positions = positions(request, table, columns);
        String fingerprint = Fingerprint.of(file, request.reading().layer());
        try (Rejects rejects = new Rejects(request.rejectsFile())) {
            return database.inTransaction(handle -> {
                Terms terms = new Terms(handle);
                Optional<AgreementStore.Kept> kept = terms.forLoad(options.agreement());
                kept.ifPresent(agreed -> Terms.requireElements(agreed, table.columns(), columns::fieldOf));
                Options held = options.keepingRaw(
                        kept.map(agreed -> agreed.agreement().retentionDays()).orElse(options.rawDays()));
                LoadReport report =
                        new CaseloadRun(request, held, columns, positions, rejects, handle).load(table, fingerprint);
                kept.ifPresent(agreed -> terms.noteLoad(id(handle, options), agreed));
                // By its date: neither how many people it has nor the name of its file is in the log.
                Audit.on(handle)
                        .done(Action.CASELOAD_LOADED, options.referenceDate().toString());
                return report;
            });
        }
    }

    private static long id(Handle handle, Options options) {
        return new CaseloadStore(handle)
                .find(options.referenceDate())
                .orElseThrow()
                .id();
    }

    /** Where rows lie; null for a file of addresses without coordinates. */
    private @Nullable Positions positions(LoadRequest request, Table table, Columns columns) {
        boolean addressesOnly = !table.hasGeometry()
                && columns.has("address")
                && !columns.has("lon")
                && !columns.has("lat")
                && !columns.has("x")
                && !columns.has("y");
        return addressesOnly ? null : Positions.of(request.file(), table, columns, request.crs(), territory);
    }

    private static void requireNothingForbidden(Path file, List<String> columns) {
        for (String column : columns) {
            ForbiddenColumns.kind(column).ifPresent(kind -> {
                throw new LoadRefusedException(
                        "%s: column '%s' seems to hold %s, which must not enter this system; take it out of the file and load again; nothing was read"
                                .formatted(file, column, kind));
            });
        }
    }
}
