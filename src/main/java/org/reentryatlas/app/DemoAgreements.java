package org.reentryatlas.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.reentryatlas.agreement.Agreement;
import org.reentryatlas.db.Database;

/** Under which the agencies of the demo city share data, and the licence of its coalition. */
final class DemoAgreements {
    private static final String AGREEMENT = "agreement.yaml";
    private static final String LICENCE = "licence.yaml";

    private DemoAgreements() {}

    /** Keeps both where the city has them; answers the identifier of the agreement under which its caseloads are loaded. */
    static Optional<String> sign(Database database, Path city, PrintWriter out) throws IOException {
        if (!Files.exists(city.resolve(AGREEMENT))) {
            return Optional.empty();
        }
        String id = keep(database, city.resolve(AGREEMENT), out);
        if (Files.exists(city.resolve(LICENCE))) {
            keep(database, city.resolve(LICENCE), out);
        }
        return Optional.of(id);
    }

    private static String keep(Database database, Path file, PrintWriter out) throws IOException {
        Agreement agreement = AgreementsCommand.read(file);
        if (AgreementsCommand.keep(database, agreement).isPresent()) {
            out.println((agreement.hasLicence() ? "licence '" : "agreement '") + agreement.id() + "' is kept");
        }
        return agreement.id();
    }
}
