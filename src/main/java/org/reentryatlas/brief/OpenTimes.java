package org.reentryatlas.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.layer.GapRun;
import org.reentryatlas.layer.ServiceCategory;

/** What people of the whole jurisdiction have at some times of the week, as a table of the assessment. */
record OpenTimes(GapRun run, List<ServiceCategory> categories, Words words) {
    /**
     * By category, way and time; a category of which no site is known is left out.
     *
     * @param mode of which ways; all of them where it is empty
     * @return none where the run was not asked about any time
     */
    Optional<Section> section(Optional<String> mode) {
        if (run.times().isEmpty()) {
            return Optional.empty();
        }
        List<List<Object>> lines = new ArrayList<>();
        for (ServiceCategory category : categories) {
            run.times().stream()
                    .filter(open -> open.category().equals(category.code()))
                    .filter(open -> mode.isEmpty() || mode.get().equals(open.mode()))
                    .filter(open -> run.told(open.mode(), open.category(), "sites")
                            .filter(sites -> !sites.equals("0"))
                            .isPresent())
                    .forEach(open -> lines.add(line(category, open)));
        }
        return Optional.of(new Section(
                "openWhen",
                List.of(words.say("openWhenNote"), words.say("openWhenUnknown")),
                Stream.of(
                                "kind",
                                "way",
                                "openTime",
                                "openSites",
                                "openUnknown",
                                "minutesNearest",
                                "within30Least",
                                "within30Most")
                        .map(key -> words.say(key))
                        .toList(),
                lines,
                false));
    }

    private List<Object> line(ServiceCategory category, GapRun.Open open) {
        return List.of(
                words.name(category),
                words.mode(open.mode()),
                words.time(open.time()),
                open.sites(),
                open.unknown(),
                open.minutes().isPresent() ? open.minutes().getAsInt() : words.say("overAnHour"),
                orNothing(open.withinLow()),
                orNothing(open.withinHigh()));
    }

    private static Object orNothing(@Nullable Integer value) {
        return value == null ? "" : value;
    }
}
