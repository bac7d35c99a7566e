package org.reentryatlas.brief;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.reentryatlas.basemap.Basemap;
import org.reentryatlas.export.Publisher;
import org.reentryatlas.http.Answer;
import org.reentryatlas.http.Answers;
import org.reentryatlas.http.Languages;
import org.reentryatlas.http.Pages;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Requests;
import org.reentryatlas.http.Routes;
import org.reentryatlas.layer.Catalogue;
import org.reentryatlas.layer.LevelWords;
import org.reentryatlas.layer.Snapshot;

/** Pages of areas, each with a brief to print, and of the service directory, in English and Spanish. */
public final class BriefRoutes implements Routes {
    private static final String HTML = "text/html;charset=utf-8";
    private static final String AREA = "/areas/{level}/{key}";
    private static final String PAPER = "paper";
    private static final String CATEGORY = "category";
    private static final String FIND = "find";
    private static final int LONGEST_SEARCH = 100;

    private final Catalogue catalogue;
    private final Answers answers;
    private final Basemap basemap;
    private final Publisher publisher;
    private final ZoneId zone;
    private final Paper usual;
    private final ComingUp coming;
    private final Pages pages = new Pages(BriefRoutes.class);
    private final BriefPdf briefs = new BriefPdf();

    /**
     * Serves the areas of a catalogue.
     *
     * @param basemap the ground of the maps
     * @param zone time zone of the jurisdiction, in which days are told
     * @param usual the paper of whoever asks for none
     * @param coming what is planned in areas
     */
    public BriefRoutes(
            Catalogue catalogue,
            Answers answers,
            Basemap basemap,
            Publisher publisher,
            ZoneId zone,
            Paper usual,
            ComingUp coming) {
        this.catalogue = catalogue;
        this.answers = answers;
        this.basemap = basemap;
        this.publisher = publisher;
        this.zone = zone;
        this.usual = usual;
        this.coming = coming;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/services", answers.in(Words.LANGUAGES, this::services));
        routes.get("/areas", answers.in(Words.LANGUAGES, this::levels));
        routes.get("/areas/{level}", answers.in(Words.LANGUAGES, this::areas));
        routes.get(AREA, answers.in(Words.LANGUAGES, coming::version, this::area));
        routes.get(AREA + "/map.png", answers.by(this::map));
        routes.get(AREA + "/brief.pdf", answers.in(Words.LANGUAGES, coming::version, this::brief));
    }

    @Override
    public List<String> laborious() {
        return List.of("/areas/.*/(map\\.png|brief\\.pdf)(\\?.*)?", "/services(\\?.*)?");
    }

    private Answer levels(Context context, Locale language) {
        Parameters.of(context, Set.of(Languages.PARAMETER));
        return Answer.of(HTML, pages.make("levels", new AreaLists(catalogue.now(), language).levels()));
    }

    private Answer services(Context context, Locale language) {
        Parameters parameters = Parameters.of(context, Set.of(Languages.PARAMETER, CATEGORY, FIND));
        String find = parameters.text(FIND).orElse("");
        if (find.length() > LONGEST_SEARCH) {
            throw ProblemException.badRequest(
                    "FIND_TOO_LONG",
                    "Parameter 'find' has more than " + LONGEST_SEARCH + " characters.",
                    "Look for fewer words.");
        }
        Optional<String> category = parameters.text(CATEGORY).filter(code -> !code.isEmpty());
        DirectoryPage page = new DirectoryPage(catalogue.now(), language);
        return Answer.of(HTML, pages.make("services", page.describe(category, find)));
    }

    private Answer areas(Context context, Locale language) {
        Parameters.of(context, Set.of(Languages.PARAMETER));
        Snapshot snapshot = catalogue.now();
        LevelWords level = Subject.level(snapshot, context.pathParam("level"));
        return Answer.of(HTML, pages.make("areas", new AreaLists(snapshot, language).areas(level)));
    }

    private Answer area(Context context, Locale language) {
        Parameters.of(context, Set.of(Languages.PARAMETER));
        return Answer.of(HTML, pages.make("area", page(context, language).page()));
    }

    private Answer brief(Context context, Locale language) {
        Parameters parameters = Parameters.of(context, Set.of(Languages.PARAMETER, PAPER));
        Paper paper = parameters.text(PAPER).map(Paper::require).orElse(usual);
        AreaPage page = page(context, language);
        return Answer.of(
                "application/pdf",
                Map.of("Content-Disposition", "inline; filename=\"" + fileName(page.subject()) + "\""),
                briefs.write(page::brief, paper));
    }

    private Answer map(Context context) {
        Parameters.of(context, Set.of());
        Subject subject = subject(context);
        byte[] map = AreaMap.of(subject, subject.services())
                .map(drawn -> drawn.forPage(basemap.now()))
                .orElseThrow(() -> ProblemException.notFound("This area has no shape."));
        return Answer.of("image/png", Map.of(), map);
    }

    private Subject subject(Context context) {
        return Subject.find(catalogue.now(), context.pathParam("level"), context.pathParam("key"));
    }

    private AreaPage page(Context context, Locale language) {
        return new AreaPage(
                subject(context), language, publisher, zone, Requests.serverUrl(context), basemap.now(), coming);
    }

    /** A name that every file system takes. */
    private static String fileName(Subject subject) {
        return subject.level().code() + "-" + subject.area().key().replaceAll("[^A-Za-z0-9-]", "_") + "-"
                + subject.release().referenceDate() + ".pdf";
    }
}
