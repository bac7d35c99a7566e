package org.reentryatlas.identity;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.agreement.Agreement;
import org.reentryatlas.agreement.AgreementStore;
import org.reentryatlas.agreement.Terms;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.Changes;
import org.reentryatlas.http.JsonBody;
import org.reentryatlas.http.Problem;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Routes;

/** Keys of programs of a member of the coalition: {@code /keys}. */
public final class KeyRoutes implements Routes {
    private static final String PATH = "/keys";
    private static final int LONGEST_NAME = 60;
    private static final int MOST_DAYS = 366;

    private final Database desk;
    private final ApiKeyStore keys;
    private final Gatekeeper gatekeeper;
    private final Clock clock;

    public KeyRoutes(Database desk, Gatekeeper gatekeeper, Clock clock) {
        this.desk = desk;
        this.keys = new ApiKeyStore(desk);
        this.gatekeeper = gatekeeper;
        this.clock = clock;
    }

    /**
     * A key that is asked for.
     *
     * @param days how long it may be used
     * @param licence identifier of a data-use licence in force; needed where any is kept
     * @param purpose one of that licence
     */
    record NewKey(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable Integer days,
            @Nullable String licence,
            @Nullable String purpose) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::list);
        routes.post(PATH, this::add);
        routes.delete(PATH + "/{keyId}", this::revoke);
    }

    private void list(Context context) {
        Account account = gatekeeper.requireAnyone(context).account();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("keys", keys.list(account).stream().map(KeyRoutes::describe).toList());
        body.put("most", ApiKeyStore.MOST);
        desk.useTransaction(handle -> {
            Terms terms = new Terms(handle);
            body.put("licenceNeeded", terms.needsLicence());
            body.put(
                    "licences",
                    terms.licences().stream().map(KeyRoutes::describe).toList());
        });
        context.header("Cache-Control", "no-store").json(body);
    }

    private static Map<String, @Nullable Object> describe(ApiKey key) {
        Map<String, @Nullable Object> described = new LinkedHashMap<>();
        described.put("id", key.id());
        described.put("name", key.name());
        described.put("scopes", key.scopes().stream().map(ApiKey.Scope::code).toList());
        described.put("licence", key.licence());
        described.put("purpose", key.purpose());
        described.put("expiresAt", key.expiresAt());
        described.put("usedOn", key.usedOn());
        return described;
    }

    private static Map<String, Object> describe(AgreementStore.Kept kept) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("id", kept.agreement().id());
        described.put("recipient", kept.agreement().licence().recipient());
        described.put("ends", kept.agreement().ends());
        described.put("purposes", purposes(kept.agreement()));
        return described;
    }

    private static List<String> purposes(Agreement agreement) {
        return agreement.purposes().stream().map(Agreement.Purpose::code).toList();
    }

    private void add(Context context) {
        Account account = gatekeeper.requireForm(context).account();
        NewKey asked = JsonBody.read(context, NewKey.class);
        String name = asked.name() == null ? "" : asked.name().strip();
        List<String> wanted = asked.scopes() == null ? List.of() : asked.scopes();
        List<ApiKey.Scope> scopes = Stream.of(ApiKey.Scope.values())
                .filter(scope -> wanted.contains(scope.code()))
                .toList();
        int days = asked.days() == null ? 0 : asked.days();
        List<Problem.FieldError> errors = new ArrayList<>();
        require(errors, !name.isEmpty() && name.length() <= LONGEST_NAME, "name", "has not 1 to 60 characters");
        require(
                errors,
                !scopes.isEmpty() && scopes.size() == wanted.size(),
                "scopes",
                "is not one or both of layers and gaps");
        require(errors, days >= 1 && days <= MOST_DAYS, "days", "is not from 1 to " + MOST_DAYS);
        addFaultsOfLicence(errors, asked);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        Instant ends = clock.instant().plus(Duration.ofDays(days));
        ApiKeyStore.Made made = keys.add(account, name, scopes, asked.licence(), asked.purpose(), ends)
                .orElseThrow(() -> ProblemException.conflict(
                        "KEYS_TOO_MANY",
                        "An account has at most " + ApiKeyStore.MOST + " keys.",
                        "Revoke one that nothing uses any more."));
        context.status(201)
                .header("Cache-Control", "no-store")
                .json(Map.of("id", made.id(), "key", made.secret(), "expiresAt", ends));
    }

    private void addFaultsOfLicence(List<Problem.FieldError> errors, NewKey asked) {
        desk.useTransaction(handle -> {
            Terms terms = new Terms(handle);
            if (asked.licence() == null) {
                require(
                        errors,
                        !terms.needsLicence(),
                        "licence",
                        "is missing: name one of the licences that GET /keys lists");
                require(errors, asked.purpose() == null, "purpose", "belongs to a licence");
                return;
            }
            Optional<Agreement> licence = terms.licences().stream()
                    .map(AgreementStore.Kept::agreement)
                    .filter(agreement -> agreement.id().equals(asked.licence()))
                    .findFirst();
            require(errors, licence.isPresent(), "licence", "is none that is in force");
            licence.ifPresent(agreement -> require(
                    errors,
                    asked.purpose() != null && purposes(agreement).contains(asked.purpose()),
                    "purpose",
                    "is none of the licence, which has: " + String.join(", ", purposes(agreement))));
        });
    }

    private static void require(List<Problem.FieldError> errors, boolean holds, String field, String message) {
        if (!holds) {
            errors.add(new Problem.FieldError(field, message));
        }
    }

    private void revoke(Context context) {
        Account account = gatekeeper.requireForm(context).account();
        if (!Changes.uuid(context.pathParam("keyId"))
                .filter(id -> keys.revoke(account, id))
                .isPresent()) {
            throw ProblemException.notFound("There is no such key of yours.");
        }
        context.status(204);
    }
}
