package org.reentryatlas.brief;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.reentryatlas.export.Xlsx;
import org.reentryatlas.http.Answer;
import org.reentryatlas.http.Answers;
import org.reentryatlas.http.Languages;
import org.reentryatlas.http.OpenApi;
import org.reentryatlas.http.Pages;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Routes;
import org.reentryatlas.layer.Catalogue;
import org.reentryatlas.layer.GapRun;
import org.reentryatlas.layer.Layer;
import org.reentryatlas.layer.LevelWords;
import org.reentryatlas.layer.Snapshot;

/** The resource and gap assessment as a page, to print and as a workbook: {@code /assessment}. */
public final class AssessmentRoutes implements Routes {
    private static final String PATH = "/assessment";
    private static final String LEVEL = "level";
    private static final String MODE = "mode";
    private static final String PAPER = "paper";

    private final Catalogue catalogue;
    private final Answers answers;
    private final ZoneId zone;
    private final int verifyDays;
    private final Paper usual;
    private final Pages pages = new Pages(AssessmentRoutes.class);
    private final BriefPdf paper = new BriefPdf();

    /**
     * Serves the newest gaps of a catalogue.
     *
     * @param zone time zone of the jurisdiction, in which days are told
     * @param verifyDays after so many days an entry of the directory is due to be verified again
     * @param usual the paper of whoever asks for none
     */
    public AssessmentRoutes(Catalogue catalogue, Answers answers, ZoneId zone, int verifyDays, Paper usual) {
        this.catalogue = catalogue;
        this.answers = answers;
        this.zone = zone;
        this.verifyDays = verifyDays;
        this.usual = usual;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, answers.in(Words.LANGUAGES, this::page));
        routes.get(PATH + ".pdf", answers.in(Words.LANGUAGES, this::pdf));
        routes.get(PATH + ".xlsx", answers.in(Words.LANGUAGES, this::workbook));
    }

    @Override
    public List<String> laborious() {
        return List.of("/assessment(\\.pdf|\\.xlsx)?(\\?.*)?");
    }

    private Answer page(Context context, Locale language) {
        Parameters parameters = Parameters.of(context, Set.of(Languages.PARAMETER, LEVEL, MODE));
        Snapshot snapshot = catalogue.now();
        Words words = Words.in(language);
        Map<String, Object> page =
                words.page(snapshot.jurisdiction(), words.say("assessmentTitle", snapshot.jurisdiction()), PATH);
        page.put("run", Optional.empty());
        page.put("sections", List.of());
        if (snapshot.gapRun().isPresent()) {
            fill(page, ofOneMode(assessment(snapshot, words, parameters)));
        }
        return Answer.of("text/html;charset=utf-8", pages.make("assessment", page));
    }

    private static void fill(Map<String, Object> page, Assessment assessment) {
        Words words = assessment.words();
        String level = assessment.level().code();
        String mode = assessment.mode().orElse("");
        page.put("search", "&level=" + OpenApi.encode(level) + "&mode=" + OpenApi.encode(mode));
        page.put("mode", mode);
        page.put(
                "modes",
                assessment.modes().stream()
                        .map(each -> Map.of("code", each, "name", words.mode(each), "isCurrent", each.equals(mode)))
                        .toList());
        page.put("level", level);
        page.put("run", Optional.of(assessment.run().id()));
        page.put(
                "asOf",
                words.say(
                        "asOf",
                        words.day(assessment.snapshot().releases().get(0).referenceDate())));
        page.put("release", words.say("release", assessment.run().releaseId()));
        page.put(
                "levels",
                levels(assessment.snapshot()).stream()
                        .map(each -> Map.of(
                                "code",
                                each.code(),
                                "name",
                                words.upperFirst(words.level(each).many()),
                                "isCurrent",
                                each.code().equals(level)))
                        .toList());
        page.put(
                "sections",
                assessment.sections().stream()
                        .map(section -> section.describe(words))
                        .toList());
    }

    private Answer pdf(Context context, Locale language) {
        Parameters parameters = Parameters.of(context, Set.of(Languages.PARAMETER, LEVEL, MODE, PAPER));
        Paper size = parameters.text(PAPER).map(Paper::require).orElse(usual);
        Assessment assessment = ofOneMode(existing(parameters, language));
        Map<String, Object> page = new LinkedHashMap<>(assessment
                .words()
                .page(
                        assessment.snapshot().jurisdiction(),
                        assessment
                                .words()
                                .say("assessmentTitle", assessment.snapshot().jurisdiction()),
                        PATH));
        fill(page, assessment);
        return Answer.of(
                "application/pdf",
                Map.of("Content-Disposition", "inline; filename=\"" + name(assessment) + ".pdf\""),
                paper.writeAll("assessment-paper", () -> page, size));
    }

    private Answer workbook(Context context, Locale language) {
        Parameters parameters = Parameters.of(context, Set.of(Languages.PARAMETER, LEVEL, MODE));
        Assessment assessment = existing(parameters, language);
        return Answer.of(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                Map.of("Content-Disposition", "attachment; filename=\"" + name(assessment) + ".xlsx\""),
                Xlsx.of(
                        assessment.sections().stream()
                                .map(section -> section.sheet(assessment.words()))
                                .toList(),
                        assessment.snapshot().releases().get(0).referenceDate()));
    }

    private static String name(Assessment assessment) {
        return "assessment-" + assessment.run().id() + "-" + assessment.level().code();
    }

    private Assessment existing(Parameters parameters, Locale language) {
        Snapshot snapshot = catalogue.now();
        if (snapshot.gapRun().isEmpty()) {
            throw ProblemException.notFound("No gaps are computed of the newest release yet; 'atlas gap run' does.");
        }
        return assessment(snapshot, Words.in(language), parameters);
    }

    private Assessment assessment(Snapshot snapshot, Words words, Parameters parameters) {
        GapRun run = snapshot.gapRun().orElseThrow();
        List<LevelWords> levels = levels(snapshot);
        LevelWords level = parameters
                .text(LEVEL)
                .map(code -> levels.stream()
                        .filter(each -> each.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.badRequest(
                                "LEVEL_UNKNOWN",
                                "Parameter 'level' names a level that has no gaps.",
                                "Leave it out, or choose one of the page.")))
                .orElseGet(() -> levels.get(0));
        Optional<String> mode = parameters.text(MODE);
        if (mode.filter(code -> !snapshot.gaps(level).containsKey(code)).isPresent()) {
            throw ProblemException.badRequest(
                    "MODE_UNKNOWN",
                    "Parameter 'mode' names a way of getting about that has no gaps.",
                    "Leave it out, or choose one of the page.");
        }
        return new Assessment(
                snapshot,
                run,
                level,
                mode,
                words,
                new Resources(snapshot, run, level, words, zone, verifyDays).section());
    }

    /** On a page areas are ranked by one way of getting about, or each would stand there several times. */
    private static Assessment ofOneMode(Assessment assessment) {
        return assessment.mode().isPresent()
                ? assessment
                : new Assessment(
                        assessment.snapshot(),
                        assessment.run(),
                        assessment.level(),
                        assessment.modes().stream().findFirst(),
                        assessment.words(),
                        assessment.resources());
    }

    /** Those that have gaps, the smallest areas first; the whole jurisdiction has nothing to rank. */
    private static List<LevelWords> levels(Snapshot snapshot) {
        List<LevelWords> levels = snapshot.levels().stream()
                .filter(level -> !snapshot.gaps(level).isEmpty())
                .toList();
        List<LevelWords> parts = levels.stream()
                .filter(level -> !level.code().equals(Layer.WHOLE))
                .toList();
        return parts.isEmpty() ? levels : parts;
    }
}
