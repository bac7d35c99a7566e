package org.reentryatlas.gap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.agreement.Terms;
import org.reentryatlas.attack.FileSource;
import org.reentryatlas.attack.ReleaseFiles;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.db.Database;

/** Computes gaps over a release with the streets and the directory of the day, and keeps them for everybody. */
public final class GapService {
    private final Database database;
    private final GapSettings settings;

    /** A service that works as the steward. */
    public GapService(Database database, GapSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /**
     * A run that is public.
     *
     * @param isNew whether it was made now; what the newest run was made of is not computed again
     * @param summary what was found, in lines for whoever asked; none of a run that was there
     */
    public record Run(String id, boolean isNew, List<String> summary) {
        public Run {
            summary = List.copyOf(summary);
        }
    }

    /** What goes in, with the release's own files. */
    private record Given(Map<String, String> input, FileSource release) {
        String digest() {
            StringBuilder all = new StringBuilder();
            input.forEach((name, text) -> all.append(RunFile.of(name, text).sha256())
                    .append(' ')
                    .append(name)
                    .append('\n'));
            return RunFile.of("input", all.toString()).sha256();
        }
    }

    /**
     * Computes and keeps a run, whole or not at all.
     *
     * @param releaseId null for the one with the newest reference date
     * @param progress is told each step in words
     * @throws GapException if there is no such release, or its numbers leave open what is needed
     * @throws org.reentryatlas.agreement.AgreementFault if the agreement of the release does not hold, also if it ends meanwhile
     */
    public Run run(@Nullable String releaseId, Consumer<String> progress) {
        progress.accept("reading streets, homes and services");
        Given given = given(releaseId);
        GapInput input = InputFiles.read(name -> InputFiles.text(given.input, name));
        String digest = given.digest();
        Optional<String> known =
                database.inTransaction(handle -> new GapStore(handle).findRun(input.release(), digest));
        if (known.isPresent()) {
            return new Run(known.get(), false, List.of());
        }
        GapResult result = Gaps.of(input, ReleaseFiles.from(given.release), progress);
        progress.accept("keeping the run");
        Map<String, String> files = new LinkedHashMap<>(given.input);
        files.putAll(ResultFiles.write(result));
        List<RunFile> made = new ArrayList<>();
        files.forEach((name, text) -> made.add(RunFile.of(name, text)));
        return database.inTransaction(handle -> {
            GapStore store = new GapStore(handle);
            store.lock();
            new Terms(handle).forPlanning(input.release());
            // Somebody else may have made it meanwhile.
            return store.findRun(input.release(), digest)
                    .map(id -> new Run(id, false, List.of()))
                    .orElseGet(() -> {
                        String id = store.keep(input.release(), digest, made, result.figures());
                        Audit.on(handle).done(Action.GAP_RUN_PUBLISHED, id);
                        return new Run(id, true, result.summary());
                    });
        });
    }

    /**
     * Where new sites would help most, with the streets and the directory of the day. Nothing is kept.
     *
     * @param releaseId null for the one with the newest reference date
     * @throws GapException if there is no such release, or nobody is known to need the category
     * @throws org.reentryatlas.agreement.AgreementFault if the agreement of the release does not hold, also if it ends meanwhile
     */
    public SiteAnswer site(@Nullable String releaseId, SiteQuestion question, Consumer<String> progress) {
        progress.accept("reading streets, homes and services");
        Given given = given(releaseId);
        SiteAnswer answer = SiteSearch.answer(
                InputFiles.read(name -> InputFiles.text(given.input, name)),
                ReleaseFiles.from(given.release),
                question,
                progress);
        database.useTransaction(handle -> new Terms(handle).forPlanning(answer.release()));
        return answer;
    }

    /**
     * Keeps an answer for everybody, in place of an earlier one to the same question about the same release; answers its id.
     *
     * @throws org.reentryatlas.agreement.AgreementFault if the agreement of the release does not hold
     */
    public String publish(SiteQuestion question, SiteAnswer answer) {
        return database.inTransaction(handle -> {
            new Terms(handle).forPlanning(answer.release());
            String id = new PlanStore(handle).keep(question, answer);
            Audit.on(handle).done(Action.GAP_PLAN_PUBLISHED, id);
            return id;
        });
    }

    /** The ids of the answers that are public, the newest first. */
    public List<String> plans() {
        return database.inTransaction(handle -> new PlanStore(handle).list());
    }

    /**
     * Takes an answer back.
     *
     * @throws GapException if there is none of this id
     */
    public void withdraw(String planId) {
        database.useTransaction(handle -> {
            if (!new PlanStore(handle).delete(planId)) {
                throw new GapException("there is no plan '%s': 'atlas gap plans' lists them".formatted(planId));
            }
            Audit.on(handle).done(Action.GAP_PLAN_WITHDRAWN, planId);
        });
    }

    private Given given(@Nullable String releaseId) {
        return database.inSnapshot(handle -> {
            GapInputStore store = new GapInputStore(handle);
            String chosen = releaseId == null ? newest(store) : releaseId;
            new Terms(handle).forPlanning(chosen);
            FileSource release = new GapStore(handle).releaseFiles(chosen);
            return new Given(InputFiles.write(store.read(chosen, settings)), release);
        });
    }

    /** Whether the release with the newest reference date has a run. */
    public boolean isDone() {
        return database.inTransaction(handle -> new GapInputStore(handle)
                .findNewestRelease()
                .filter(release -> new GapStore(handle).countRuns(release) > 0)
                .isPresent());
    }

    private static String newest(GapInputStore store) {
        return store.findNewestRelease()
                .orElseThrow(() -> new GapException("nothing is released yet: run 'atlas release' first"));
    }

    /**
     * Computes a run again from what anybody can download, and holds what it says against that.
     *
     * @param run where its files are
     * @param release where the files of a release are, by its id
     * @return the names of files that say something else; none if all are right
     * @throws GapException if a file of the run cannot be read
     * @throws org.reentryatlas.attack.UnreadableReleaseException if one cannot be had, or the release cannot be read
     */
    public static List<String> verify(FileSource run, Function<String, FileSource> release, Consumer<String> progress) {
        GapInput input = InputFiles.read(run::text);
        ReleaseFiles files = ReleaseFiles.from(release.apply(input.release()));
        if (!files.release().equals(input.release())) {
            throw new GapException("the run is of release %s, and these are the files of release %s"
                    .formatted(input.release(), files.release()));
        }
        List<String> differing = new ArrayList<>();
        ResultFiles.write(Gaps.of(input, files, progress)).forEach((name, text) -> {
            if (!run.text(name).equals(text)) {
                differing.add(name);
            }
        });
        return differing;
    }
}
