package org.reentryatlas.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.layer.FeatureTable;
import org.reentryatlas.layer.GapRun;
import org.reentryatlas.layer.GapsBefore;

/**
 * What has become of the gaps of the whole jurisdiction since an earlier release: a row for each category and way of now. One that
 * the earlier run did not have says so, and is compared with nothing.
 *
 * @param run the one of now
 * @param whole its figures of the whole jurisdiction
 * @param before what there was; empty where no earlier release has gaps
 */
record Progress(GapRun run, List<GapRow> whole, Optional<GapsBefore> before, Words words) {
    Section section() {
        return new Section(
                "progress",
                List.of(before.map(then -> words.say(
                                "progressNote",
                                words.day(then.release().referenceDate()),
                                then.release().id(),
                                then.run().id()))
                        .orElse(words.say("progressNone"))),
                words.sayAll(
                        "kind",
                        "way",
                        "sitesThen",
                        "sitesNow",
                        "minutesThen",
                        "minutesNow",
                        "leastThen",
                        "mostThen",
                        "leastNow",
                        "mostNow",
                        "change"),
                before.map(this::rows).orElse(List.of()),
                false);
    }

    private List<List<Object>> rows(GapsBefore then) {
        List<List<Object>> rows = new ArrayList<>();
        for (GapRow now : whole) {
            FeatureTable table = then.tables().get(now.mode());
            rows.add(row(
                    then,
                    table == null
                            ? null
                            : GapRow.of(now.mode(), now.category(), table, now.areaKey())
                                    .orElse(null),
                    now));
        }
        return rows;
    }

    private List<Object> row(GapsBefore then, @Nullable GapRow was, GapRow now) {
        return List.of(
                words.name(now.category()),
                words.mode(now.mode()),
                was == null ? "" : sites(then.run(), was),
                sites(run, now),
                was == null ? "" : Section.minutes(was.minutes(), words),
                Section.minutes(now.minutes(), words),
                was == null ? "" : was.gap().low(),
                was == null ? "" : was.gap().high(),
                now.gap().low(),
                now.gap().high(),
                words.say(was == null ? "notBefore" : change(was.gap(), now.gap())));
    }

    /** Which word is true of a gap whatever the true numbers are: bounds that touch leave it open. */
    static String change(GapRow.Bounds was, GapRow.Bounds now) {
        if (now.high().doubleValue() < was.low().doubleValue()) {
            return "surelySmaller";
        }
        return now.low().doubleValue() > was.high().doubleValue() ? "surelyLarger" : "cannotTell";
    }

    /** How many the category has by the account of a run; nothing where it does not say. */
    static Object sites(GapRun of, GapRow row) {
        return of.told(row.mode(), row.category().code(), "sites")
                .<Object>map(Integer::valueOf)
                .orElse("");
    }
}
