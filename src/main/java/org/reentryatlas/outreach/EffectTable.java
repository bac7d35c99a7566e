package org.reentryatlas.outreach;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.upkeep.CleanUpEffect;
import org.reentryatlas.upkeep.Effect;

/** What became of requests after clean-ups, as CSV (RFC 4180) with a header: a row for each, and one for all of which it is known. */
final class EffectTable {
    private static final List<String> NUMBERS =
            List.of("compared", "fewest_like", "before", "after", "expected", "difference", "low", "high");

    private EffectTable() {}

    static String of(EffectService.Answer answer) {
        List<List<String>> rows = new ArrayList<>();
        for (EffectService.One one : answer.cleanUps()) {
            List<String> row = new ArrayList<>(List.of(
                    one.id().toString(), text(one.title()), one.day().toString(), String.valueOf(one.blocks())));
            one.windows().forEach(window -> {
                row.add(EffectRoutes.code(window.state()));
                row.add(window.knownFrom().toString());
                row.addAll(numbers(window.effect()));
            });
            rows.add(row);
        }
        List<String> all = new ArrayList<>(List.of("all", "", "", ""));
        answer.pooled().forEach(pooled -> {
            all.add(pooled.effect() == null ? "" : EffectRoutes.code(CleanUpEffect.State.KNOWN));
            all.add("");
            all.addAll(numbers(pooled.effect()));
        });
        rows.add(all);
        return PriorityTable.write(header(), rows);
    }

    private static List<String> header() {
        List<String> header = new ArrayList<>(List.of("id", "title", "day", "blocks"));
        for (int days : CleanUpEffect.WINDOWS) {
            header.add("state_" + days);
            header.add("known_from_" + days);
            NUMBERS.forEach(number -> header.add(number + "_" + days));
        }
        return header;
    }

    private static List<String> numbers(@Nullable Effect effect) {
        if (effect == null) {
            return NUMBERS.stream().map(number -> "").toList();
        }
        return List.of(
                String.valueOf(effect.compared()),
                String.valueOf(effect.fewestLike()),
                String.valueOf(effect.before()),
                String.valueOf(effect.after()),
                PriorityTable.number(effect.expected()),
                PriorityTable.number(effect.difference()),
                PriorityTable.number(effect.low()),
                PriorityTable.number(effect.high()));
    }

    /** A title that a spreadsheet would take for a formula begins with an apostrophe. */
    private static String text(String title) {
        return title.matches("(?s)[=+@\\t\\r-].*") ? "'" + title : title;
    }
}
