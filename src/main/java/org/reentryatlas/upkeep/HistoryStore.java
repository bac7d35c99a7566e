package org.reentryatlas.upkeep;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;

import static java.util.Objects.requireNonNull;

/** Reads when residents asked for what on which block, as the serving role. */
public final class HistoryStore {
    private static final int ROWS_AT_ONCE = 5_000;

    private final Database database;

    public HistoryStore(Database database) {
        this.database = database;
    }

    /** The first and the newest day of requests up to a day; empty where none is kept. */
    public Optional<CleanUpEffect.Loaded> loaded(LocalDate upTo) {
        return database.read(handle -> handle.createQuery(Sql.of(HistoryStore.class, "find-days"))
                .bind("upTo", upTo)
                .map((rs, context) -> new CleanUpEffect.Loaded(
                        requireNonNull(rs.getObject("first", LocalDate.class)),
                        requireNonNull(rs.getObject("last", LocalDate.class))))
                .findOne());
    }

    /** All blocks with the new requests of some kinds from a day to another, both included; none that ask again. */
    public List<BlockHistory> blocks(List<RequestKind> kinds, LocalDate first, LocalDate last) {
        return database.inTransaction(handle -> {
            Map<Long, List<LocalDate>> requests = new HashMap<>();
            handle.createQuery(Sql.of(HistoryStore.class, "list-days"))
                    .bindArray(
                            "kinds",
                            String.class,
                            kinds.stream().map(RequestKind::code).toList())
                    .bind("first", first)
                    .bind("last", last)
                    .setFetchSize(ROWS_AT_ONCE)
                    .map((rs, context) -> Map.entry(rs.getLong("segment_id"), rs.getObject("opened", LocalDate.class)))
                    .forEach(request -> requests.computeIfAbsent(request.getKey(), block -> new ArrayList<>())
                            .add(request.getValue()));
            return handle.createQuery(Sql.of(HistoryStore.class, "list-blocks"))
                    .setFetchSize(ROWS_AT_ONCE)
                    .map((rs, context) -> new BlockHistory(
                            rs.getLong("id"),
                            rs.getString("class"),
                            requests.getOrDefault(rs.getLong("id"), List.of())))
                    .list();
        });
    }
}
