package org.reentryatlas.upkeep;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;
import org.reentryatlas.geo.LonLat;

/** Keeps what people say who walked a block and looked, as the role of what is written on the web. */
public final class AppearanceStore {
    /** Whoever is further from a street is on none. */
    public static final int NEAR_METRES = 60;

    private static final int LONGEST_SCORER = 40;

    private final Database database;

    public AppearanceStore(Database database) {
        this.database = database;
    }

    /**
     * How a block looked.
     *
     * @param segmentId the segment of its street; null where a newer file of streets has it no more
     * @param street as it was called then
     * @param score 1 (no litter) to 4 (extremely littered)
     * @param scorer what the scorer wants to be called
     */
    public record Score(@Nullable Long segmentId, String street, int score, LocalDate day, String scorer) {}

    /**
     * A block, both sides of it.
     *
     * @param segmentId the segment of its street
     * @param street as its file calls it, or empty
     * @param lowest its lowest number; null where it has none
     */
    public record Block(
            long segmentId,
            String street,
            @Nullable Integer lowest,
            @Nullable Integer highest) {}

    /** The block nearest to a place; empty where none is within {@link #NEAR_METRES}. */
    public Optional<Block> findBlock(LonLat place) {
        return database.read(handle -> handle.createQuery(Sql.of(AppearanceStore.class, "find-block"))
                .bind("lon", place.longitude())
                .bind("lat", place.latitude())
                .bind("metres", NEAR_METRES)
                .map((rs, context) -> new Block(
                        rs.getLong("id"),
                        rs.getString("street"),
                        rs.getObject("lowest", Integer.class),
                        rs.getObject("highest", Integer.class)))
                .findOne());
    }

    /** Whether there is a block of the segment. */
    public boolean isBlock(long segmentId) {
        return database.read(handle -> handle.createQuery(Sql.of(AppearanceStore.class, "is-block"))
                .bind("segmentId", segmentId)
                .mapTo(Boolean.class)
                .one());
    }

    /**
     * Keeps a score, or leaves the one that the scorer gave the block on the day.
     *
     * @param segmentId the segment of its street
     * @return whether it is kept: not where there is one already, nor where there is no such block
     * @throws IllegalArgumentException if the score is not 1 to 4, or the scorer empty or longer than 40 characters
     */
    public boolean add(long segmentId, int score, LocalDate day, String scorer) {
        if (score < 1 || score > 4) {
            throw new IllegalArgumentException("a score is 1 to 4, not " + score);
        }
        if (scorer.isBlank() || scorer.length() > LONGEST_SCORER) {
            throw new IllegalArgumentException("what a scorer is called has 1 to 40 characters");
        }
        return database.inTransaction(handle -> handle.createUpdate(Sql.of(AppearanceStore.class, "insert-appearance"))
                        .bind("segmentId", segmentId)
                        .bind("score", score)
                        .bind("day", day)
                        .bind("scorer", scorer)
                        .execute()
                == 1);
    }

    /** The scores of a block, the newest first. */
    public List<Score> list(long segmentId) {
        return database.read(handle -> handle.createQuery(Sql.of(AppearanceStore.class, "list-appearance"))
                .bind("segmentId", segmentId)
                .map((rs, context) -> new Score(
                        rs.getObject("segment_id", Long.class),
                        rs.getString("street"),
                        rs.getInt("score"),
                        rs.getObject("day", LocalDate.class),
                        rs.getString("scorer")))
                .list());
    }
}
