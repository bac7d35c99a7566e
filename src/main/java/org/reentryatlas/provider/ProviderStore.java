package org.reentryatlas.provider;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.db.Sql;

/** Our categories of services and the words that directories use for them. */
public final class ProviderStore {
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
}
