package org.reentryatlas.coalition;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.Changes;
import org.reentryatlas.http.JsonBody;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Routes;
import org.reentryatlas.identity.Account;
import org.reentryatlas.identity.Gatekeeper;

/** Assessments of a coalition by itself: final ones are read by everybody, written by its members and by planners. */
public final class SelfAssessmentRoutes implements Routes {
    private static final String PATH = "/self-assessments";
    private static final String ONE = PATH + "/{assessmentId}";

    private final SelfAssessmentService service;
    private final Gatekeeper gatekeeper;

    /**
     * On one role.
     *
     * @param desk keeps assessments
     * @param zone of the jurisdiction
     */
    public SelfAssessmentRoutes(Database desk, Gatekeeper gatekeeper, ZoneId zone) {
        this.service = new SelfAssessmentService(Questions.load(), desk, zone);
        this.gatekeeper = gatekeeper;
    }

    /** A version that somebody decides about. */
    record OfVersion(@Nullable Integer version) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::list);
        routes.post(PATH, this::create);
        routes.get(PATH + "/questions", this::questions);
        routes.get(PATH + "/progress", this::progress);
        routes.get(PATH + "/progress.csv", this::progressCsv);
        routes.get(ONE, this::read);
        routes.put(ONE, this::save);
        routes.post(ONE + "/final", this::finish);
    }

    private void list(Context context) {
        Parameters.of(context, Set.of());
        boolean isStaff = isStaff(context);
        List<Map<String, Object>> all = service.list(!isStaff).stream()
                .map(stored -> summary(stored, isStaff))
                .toList();
        Gatekeeper.answer(context, Map.of("assessments", all));
    }

    private void questions(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("edition"));
        Questions all = service.questions();
        int edition = parameters.whole("edition", all.newest(), 1, Integer.MAX_VALUE);
        if (!all.editions().contains(edition)) {
            throw ProblemException.badRequest(
                    "PARAMETER_INVALID",
                    "Parameter 'edition' names no edition of the questions.",
                    "There are the editions " + all.editions() + ".");
        }
        Questions asked = all.in(edition);
        Gatekeeper.answer(
                context,
                Map.of(
                        "edition", edition,
                        "editions", all.editions(),
                        "steps", asked.steps(),
                        "longestNote", Answer.LONGEST_NOTE,
                        "sections", asked.sections()));
    }

    private void progress(Context context) {
        Parameters.of(context, Set.of());
        Gatekeeper.answer(context, Map.of("assessments", readProgress().describe()));
    }

    private void progressCsv(Context context) {
        Parameters.of(context, Set.of());
        context.header("Cache-Control", "no-cache")
                .header("Content-Disposition", "attachment; filename=\"self-assessment-progress.csv\"")
                .contentType("text/csv; charset=utf-8")
                .result(readProgress().csv());
    }

    private Progress readProgress() {
        return Progress.of(service.questions(), service.list(true));
    }

    private void create(Context context) {
        Account account = gatekeeper.requireWriterOfAssessments(context);
        Stored stored = service.create(JsonBody.read(context, SelfAssessment.class), account);
        context.status(201).header("Location", PATH + "/" + stored.id());
        answer(context, stored, true, Map.of());
    }

    private void read(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("version"));
        UUID id = id(context);
        Optional<String> version = parameters.text("version");
        if (version.isPresent()) {
            gatekeeper.requireAnyone(context);
            int number = parameters.whole("version", 1, 1, Integer.MAX_VALUE);
            answer(context, service.read(id, number), true, Map.of());
            return;
        }
        boolean isStaff = isStaff(context);
        answer(context, isStaff ? service.read(id, null) : service.readFinal(id), isStaff, Map.of());
    }

    private void save(Context context) {
        Account account = gatekeeper.requireWriterOfAssessments(context);
        SelfAssessment mine = JsonBody.read(context, SelfAssessment.class);
        SelfAssessmentService.Saved saved = service.save(id(context), Changes.base(context), mine, account);
        answer(context, saved.stored(), true, Map.of("merged", saved.merged()));
    }

    private void finish(Context context) {
        Account account = gatekeeper.requireWriterOfAssessments(context);
        Integer version = JsonBody.read(context, OfVersion.class).version();
        if (version == null) {
            throw ProblemException.versionNeeded();
        }
        answer(context, service.finish(id(context), version, account), true, Map.of());
    }

    /** Whoever has an account reads drafts. */
    private boolean isStaff(Context context) {
        return gatekeeper.anyone(context).isPresent();
    }

    private static UUID id(Context context) {
        return Changes.uuid(context.pathParam("assessmentId")).orElseThrow(SelfAssessmentService::notThere);
    }

    private void answer(Context context, Stored stored, boolean isStaff, Map<String, ?> more) {
        Map<String, Object> body = summary(stored, isStaff);
        body.put("answers", stored.assessment().answers());
        body.putAll(more);
        Gatekeeper.answer(context, body);
    }

    private Map<String, Object> summary(Stored stored, boolean isStaff) {
        SelfAssessment assessment = stored.assessment();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", stored.id());
        body.put("version", stored.shownVersion());
        body.put("state", stored.state());
        body.put("edition", assessment.edition());
        body.put("day", assessment.day());
        body.put("bodies", assessment.bodies());
        body.put("answered", assessment.answered());
        body.put("questions", questionsIn(assessment.edition()));
        if (isStaff) {
            body.put("author", stored.author());
            body.put("madeAt", stored.madeAt());
        }
        return body;
    }

    private int questionsIn(int edition) {
        return service.questions().sections().stream()
                .mapToInt(section -> section.of(edition).size())
                .sum();
    }
}
