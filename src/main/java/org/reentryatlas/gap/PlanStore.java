package org.reentryatlas.gap;

import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Sql;
import org.reentryatlas.gap.SiteAnswer.Option;
import org.reentryatlas.gap.SiteAnswer.Place;

/** Keeps answers about new sites for everybody, on a handle in a transaction that its maker closes. */
final class PlanStore {
    private final Handle handle;

    PlanStore(Handle handle) {
        this.handle = handle;
    }

    /** Keeps an answer in place of an earlier one to the same question, and answers its id. */
    String keep(SiteQuestion question, SiteAnswer answer) {
        String id = id(question, answer.release());
        delete(id);
        handle.createUpdate(Sql.of(PlanStore.class, "insert-plan"))
                .bind("id", id)
                .bind("releaseId", answer.release())
                .bind("category", question.category())
                .bind("mode", question.mode().code())
                .bind("aim", question.aim().code())
                .bind("minutes", question.minutes())
                .bind("capacity", capacity(question))
                .bind("candidates", question.candidates().code())
                .bind("ways", answer.ways())
                .bind("demandLow", answer.demand().low())
                .bind("demandHigh", answer.demand().high())
                .bind("coveredLow", answer.covered().low())
                .bind("coveredHigh", answer.covered().high())
                .execute();
        PreparedBatch places = handle.prepareBatch(Sql.of(PlanStore.class, "insert-planned-site"));
        answer.options().forEach(option -> add(places, id, option));
        places.execute();
        return id;
    }

    private static void add(PreparedBatch places, String planId, Option option) {
        for (int place = 1; place <= option.places().size(); place++) {
            Place chosen = option.places().get(place - 1);
            places.bind("planId", planId)
                    .bind("sites", option.sites())
                    .bind("place", place)
                    .bind("area", chosen.area())
                    .bind("name", chosen.name())
                    .bind("lon", chosen.position().longitude())
                    .bind("lat", chosen.position().latitude())
                    .bind("movedLow", option.moved().low())
                    .bind("movedHigh", option.moved().high())
                    .bindArray("movedAreas", String.class, option.moved().areas())
                    .bind("proven", option.isProven())
                    .bind("gap", option.gap())
                    .add();
        }
    }

    /** Such as {@code 2026-09-30.1-housing-walk-cover-15-homes}, which the same question about the same release has again. */
    private static String id(SiteQuestion question, String release) {
        Integer capacity = capacity(question);
        return String.format(
                Locale.ROOT,
                "%s-%s-%s-%s-%d-%s%s",
                release,
                question.category(),
                question.mode().code(),
                question.aim().code(),
                question.minutes(),
                question.candidates().code(),
                capacity == null ? "" : "-for-" + capacity);
    }

    private static @Nullable Integer capacity(SiteQuestion question) {
        return question.capacity().isPresent() ? question.capacity().getAsInt() : null;
    }

    /** Whether there was one to withdraw. */
    boolean delete(String id) {
        return handle.createUpdate(Sql.of(PlanStore.class, "delete-plan"))
                        .bind("id", id)
                        .execute()
                > 0;
    }

    /** The ids of all, the newest first. */
    List<String> list() {
        return handle.createQuery(Sql.of(PlanStore.class, "list-plans"))
                .mapTo(String.class)
                .list();
    }
}
