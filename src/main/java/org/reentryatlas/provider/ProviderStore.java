package org.reentryatlas.provider;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.CopyIn;
import org.reentryatlas.db.Sql;
import org.reentryatlas.geo.LonLat;

/** The service directory in schema {@code provider}. Each method runs in the transaction of the handle it is given. */
public final class ProviderStore {
    private static final String[] COLUMNS = {
        "source_id",
        "organization",
        "name",
        "category",
        "source_category",
        "address",
        "phone",
        "url",
        "hours",
        "eligibility",
        "languages",
        "accepts_records",
        "wheelchair",
        "confidential",
        "last_verified",
        "lon",
        "lat"
    };

    /** How many sites were new, and how many were known and are as the file says now. */
    public record Merged(int added, int updated) {}

    private final Handle handle;

    public ProviderStore(Handle handle) {
        this.handle = handle;
    }

    /** Our categories, in the order in which they are shown. */
    public List<Category> listCategories() {
        return handle.createQuery(Sql.of(ProviderStore.class, "list-categories"))
                .map((rs, context) -> new Category(
                        rs.getString("code"),
                        rs.getString("name"),
                        rs.getString("description"),
                        rs.getBoolean("is_need")))
                .list();
    }

    /** The category code by the words, in lower case, that directories use for it. */
    public Map<String, String> listTerms() {
        Map<String, String> terms = new HashMap<>();
        handle.createQuery(Sql.of(ProviderStore.class, "list-terms"))
                .map((rs, context) -> Map.entry(rs.getString("term"), rs.getString("code")))
                .forEach(entry -> terms.put(entry.getKey(), entry.getValue()));
        return terms;
    }

    /** Opens the table that sites wait in until {@link #merge}; it is gone when the transaction ends. */
    public CopyIn stage() {
        handle.execute(Sql.of(ProviderStore.class, "stage-sites"));
        return CopyIn.open(handle, "incoming_site", COLUMNS);
    }

    /** One site, as {@link #stage} takes it. */
    public static void add(CopyIn staged, Site site) {
        LonLat place = site.place();
        staged.row(
                site.sourceId(),
                site.organization(),
                site.name(),
                text(site.category()),
                site.sourceCategory(),
                site.address(),
                site.phone(),
                site.url(),
                site.hours(),
                site.eligibility(),
                site.languages(),
                text(site.acceptsRecords()),
                text(site.wheelchair()),
                text(site.confidential()),
                text(site.lastVerified()),
                place == null ? "" : Double.toString(place.longitude()),
                place == null ? "" : Double.toString(place.latitude()));
    }

    /** Takes the staged sites into the directory: a known identifier is updated, a new one is added. */
    public Merged merge() {
        Merged merged = handle.createQuery(Sql.of(ProviderStore.class, "count-sites"))
                .map((rs, context) -> new Merged(rs.getInt("added"), rs.getInt("updated")))
                .one();
        handle.execute(Sql.of(ProviderStore.class, "merge-sites"));
        return merged;
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
