package org.reentryatlas.app;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.boundary.AreaSet;
import org.reentryatlas.boundary.AreaSetStore;
import org.reentryatlas.boundary.Level;
import picocli.CommandLine.Option;

/** The level of areas that a question is about, and the sets that have it. */
final class LevelOption {
    @Option(
            names = "--level",
            required = true,
            paramLabel = "LEVEL",
            description = "level of the areas: beat, sector, district, city, tract, block_group")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String code;

    Level level() {
        Level found = Level.find(code);
        if (found == null || !found.isDrawn()) {
            throw new InputException("--level: there is no area level '" + code + "'");
        }
        return found;
    }

    /** The set with the level that holds on the day. */
    AreaSet on(Handle handle, LocalDate day) {
        return new AreaSetStore(handle)
                .findLevel(level(), day)
                .orElseThrow(() -> new InputException("no boundaries of level " + code + " hold on " + day));
    }

    /** The set with the level that holds on the day, or today. */
    AreaSet onOrToday(Handle handle, @Nullable LocalDate day, Config config) {
        return on(handle, day == null ? LocalDate.now(config.jurisdiction().timeZone()) : day);
    }
}
