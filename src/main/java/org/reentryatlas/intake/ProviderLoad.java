package org.reentryatlas.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.CopyIn;
import org.reentryatlas.db.Database;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.Territory;
import org.reentryatlas.provider.ProviderStore;
import org.reentryatlas.provider.Site;
import org.reentryatlas.table.Row;
import org.reentryatlas.table.Table;

/** Loads a service directory: one row is a service at a place. */
public final class ProviderLoad {
    private static final int TERMS_NAMED = 12;
    private static final Map<String, List<String>> SYNONYMS = synonyms();

    private final Database database;
    private final Territory territory;

    public ProviderLoad(Database database, Territory territory) {
        this.database = database;
        this.territory = territory;
    }

    private static Map<String, List<String>> synonyms() {
        Map<String, List<String>> synonyms = new HashMap<>(Positions.SYNONYMS);
        synonyms.put("id", List.of("program_id", "site_id", "objectid"));
        synonyms.put("organization", List.of("agency", "organisation", "org"));
        synonyms.put("name", List.of("program", "program_name", "service", "facility"));
        synonyms.put("category", List.of("keyword", "service_type", "type"));
        synonyms.put("address", List.of("street_address", "location"));
        synonyms.put("phone", List.of("telephone", "phone_number"));
        synonyms.put("url", List.of("web_url", "website"));
        synonyms.put("hours", List.of("business_hours", "opening_hours"));
        synonyms.put("eligibility", List.of());
        synonyms.put("languages", List.of("language"));
        synonyms.put("accepts_records", List.of("accepts_convictions"));
        synonyms.put("wheelchair", List.of("accessible"));
        synonyms.put("confidential", List.of());
        synonyms.put("public", List.of("public_record"));
        synonyms.put("last_verified", List.of("assured_date", "verified_on"));
        return synonyms;
    }

    /** Loads the file, or leaves the database as it is and throws {@link LoadRefusedException}. */
    public LoadReport run(LoadRequest request) throws IOException {
        Table table = Table.open(request.file(), request.reading());
        Columns columns =
                Columns.find(request.file(), table.columns(), SYNONYMS, Set.of("id", "name"), request.mapping());
        Positions positions = Positions.of(request.file(), table, columns, request.crs(), territory);
        try (Rejects rejects = new Rejects(request.rejectsFile())) {
            return database.inTransaction(handle -> load(request, table, columns, positions, rejects, handle));
        }
    }

    private static LoadReport load(
            LoadRequest request, Table table, Columns columns, Positions positions, Rejects rejects, Handle handle)
            throws IOException {
        ProviderStore store = new ProviderStore(handle);
        RowLoop loop = new RowLoop(request, rejects);
        SiteReader reader = new SiteReader(columns, positions, store.listTerms());
        try (CopyIn staged = store.stage()) {
            loop.run(table, row -> ProviderStore.add(staged, reader.read(row)));
            staged.finish();
        }
        positions.requireSomeInside();
        loop.requireWhole();
        ProviderStore.Merged merged = store.merge();
        return loop.report(reader.sites(), reader.notes(merged));
    }

    /** Turns rows into sites and remembers what their owner should know. */
    private static final class SiteReader {
        private final Columns columns;
        private final Positions positions;
        private final Map<String, String> codeByTerm;
        private final Set<String> ids = new HashSet<>();
        private final Set<String> unknownTerms = new TreeSet<>();
        private long uncategorized;
        private long confidential;
        private long unplaced;

        SiteReader(Columns columns, Positions positions, Map<String, String> codeByTerm) {
            this.columns = columns;
            this.positions = positions;
            this.codeByTerm = codeByTerm;
        }

        Site read(Row row) throws RowRejected {
            Fields fields = new Fields(row, columns);
            String id = fields.key("id");
            String name = fields.required("name");
            boolean hidden = Boolean.TRUE.equals(fields.yesOrNo("confidential"))
                    || Boolean.FALSE.equals(fields.yesOrNo("public"));
            // The position of a confidential place is not even read.
            LonLat place = hidden ? null : positions.locate(row, fields).orElse(null);
            String term = fields.text("category");
            Site site = new Site(
                    id,
                    fields.text("organization"),
                    name,
                    codeByTerm.get(term.toLowerCase(Locale.ROOT)),
                    term,
                    hidden ? "" : fields.text("address"),
                    fields.text("phone"),
                    fields.text("url"),
                    fields.text("hours"),
                    fields.text("eligibility"),
                    fields.text("languages"),
                    acceptsRecords(fields),
                    fields.yesOrNo("wheelchair"),
                    hidden,
                    fields.date("last_verified"),
                    place);
            if (!ids.add(id)) {
                throw fields.rejected("id", Reason.DUPLICATE_ID, "another row has the same identifier");
            }
            count(site);
            return site;
        }

        private static @Nullable String acceptsRecords(Fields fields) throws RowRejected {
            if (fields.text("accepts_records").equals("case_by_case")) {
                return "case_by_case";
            }
            Boolean accepts = fields.yesOrNo("accepts_records");
            return accepts == null ? null : accepts ? "yes" : "no";
        }

        private void count(Site site) {
            if (site.category() == null) {
                uncategorized++;
                unknownTerms.add(site.sourceCategory().isEmpty() ? "(none)" : site.sourceCategory());
            }
            if (site.confidential()) {
                confidential++;
            } else if (site.place() == null) {
                unplaced++;
            }
        }

        long sites() {
            return ids.size();
        }

        List<String> notes(ProviderStore.Merged merged) {
            List<String> notes = new ArrayList<>();
            notes.add("%d sites added, %d updated".formatted(merged.added(), merged.updated()));
            if (confidential > 0) {
                notes.add("%d sites are not public and get no pin and no address".formatted(confidential));
            }
            if (unplaced > 0) {
                notes.add("%d sites have no position and get no pin".formatted(unplaced));
            }
            if (uncategorized > 0) {
                notes.add("%d sites carry one of %d terms that are not on our category list: %s"
                        .formatted(uncategorized, unknownTerms.size(), someOf(unknownTerms)));
            }
            return notes;
        }

        private static String someOf(Set<String> terms) {
            String some = String.join("; ", terms.stream().limit(TERMS_NAMED).toList());
            return terms.size() > TERMS_NAMED ? some + "; and %d more".formatted(terms.size() - TERMS_NAMED) : some;
        }
    }
}
