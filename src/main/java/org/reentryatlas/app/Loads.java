package org.reentryatlas.app;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.address.Facility;
import org.reentryatlas.basemap.GroundKind;
import org.reentryatlas.db.Database;
import org.reentryatlas.geo.Territory;
import org.reentryatlas.intake.AddressLoad;
import org.reentryatlas.intake.BoundaryLoad;
import org.reentryatlas.intake.BoundaryQuality;
import org.reentryatlas.intake.CaseloadLoad;
import org.reentryatlas.intake.CenterlineLoad;
import org.reentryatlas.intake.FacilityLoad;
import org.reentryatlas.intake.GroundLoad;
import org.reentryatlas.intake.LoadReport;
import org.reentryatlas.intake.LoadRequest;
import org.reentryatlas.intake.ProviderLoad;
import org.reentryatlas.intake.RequestLoad;
import org.reentryatlas.intake.TransitLoad;
import org.reentryatlas.upkeep.RequestKind;

/** The loads, wired for one jurisdiction. */
final class Loads {
    private final Database database;
    private final Config config;
    private final Territory territory;

    Loads(Database database, Config config) {
        this.database = database;
        this.config = config;
        this.territory = Territory.of(config.jurisdiction().workingCrs());
    }

    LoadReport boundaries(LoadRequest request, BoundaryLoad.Options options) throws IOException {
        return boundaryLoad().run(request, options);
    }

    /** Says what a load would find, and keeps nothing. */
    BoundaryQuality checkBoundaries(LoadRequest request, BoundaryLoad.Options options) throws IOException {
        return boundaryLoad().check(request, options);
    }

    private BoundaryLoad boundaryLoad() {
        return new BoundaryLoad(
                database,
                config.jurisdiction().workingCrs(),
                config.jurisdiction().name());
    }

    LoadReport addresses(LoadRequest request) throws IOException {
        return new AddressLoad(database, territory).run(request);
    }

    LoadReport centerlines(LoadRequest request) throws IOException {
        return new CenterlineLoad(database, territory).run(request);
    }

    LoadReport facilities(LoadRequest request, Optional<Facility.Kind> kindOfAll) throws IOException {
        return new FacilityLoad(database, territory).run(request, kindOfAll);
    }

    LoadReport ground(LoadRequest request, GroundKind kind) throws IOException {
        return new GroundLoad(database, territory).run(request, kind);
    }

    LoadReport providers(LoadRequest request, ProviderLoad.Options options) throws IOException {
        return new ProviderLoad(database, territory).run(request, options);
    }

    LoadReport transit(LoadRequest request) throws IOException {
        return new TransitLoad(database).run(request);
    }

    LoadReport requests(LoadRequest request, Optional<RequestKind> kindOfAll, boolean keepsEarlier) throws IOException {
        ZoneId timeZone = config.jurisdiction().timeZone();
        return new RequestLoad(database, territory)
                .run(
                        request,
                        new RequestLoad.Options(
                                kindOfAll, keepsEarlier, LocalDate.now(timeZone), timeZone, config.margin()));
    }

    LoadReport caseload(LoadRequest request, LocalDate asOf, @Nullable String agreement) throws IOException {
        Config.Jurisdiction jurisdiction = config.jurisdiction();
        return new CaseloadLoad(database, territory)
                .run(
                        request,
                        new CaseloadLoad.Options(
                                asOf,
                                LocalDate.now(jurisdiction.timeZone()),
                                jurisdiction.workingCrs(),
                                config.margin(),
                                config.rawDays(),
                                agreement));
    }
}
