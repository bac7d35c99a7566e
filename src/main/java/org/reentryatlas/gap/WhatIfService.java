package org.reentryatlas.gap;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.attack.FileSource;
import org.reentryatlas.attack.ReleaseFiles;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Turn;

/**
 * Answers what would be if, from what is public alone, one question after the other: each takes a processor for a moment, and what is
 * in memory of a run serves the next one too.
 */
public final class WhatIfService {
    private final Database database;
    private final RunStore runs;
    private final Turn turn =
            new Turn(Duration.ofSeconds(10), "Others ask what would be if, and it is not your turn yet.");
    /** Only whose turn it is touches them. */
    private @Nullable OpenRun open;

    private String openId = "";

    /** A service that works as the serving role. */
    public WhatIfService(Database database) {
        this.database = database;
        this.runs = new RunStore(database);
    }

    /**
     * What a scenario changes; none if there is no such run.
     *
     * @throws GapException if it is about what is not there
     * @throws ProblemException if too many others ask
     */
    Optional<WhatIf.Answer> answer(String runId, Scenario scenario) {
        if (runs.find(runId).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(turn.take(() -> open(runId).answer(scenario)));
    }

    private OpenRun open(String runId) {
        OpenRun known = open;
        if (known != null && openId.equals(runId)) {
            return known;
        }
        if (known != null) {
            known.close();
            open = null;
        }
        GapInput input = InputFiles.read(name -> new String(runs.read(runId, name), StandardCharsets.UTF_8));
        FileSource release = database.read(handle -> new GapStore(handle).releaseFiles(input.release()));
        OpenRun opened = OpenRun.of(input, ReleaseFiles.from(release));
        open = opened;
        openId = runId;
        return opened;
    }
}
