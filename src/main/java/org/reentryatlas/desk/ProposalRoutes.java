package org.reentryatlas.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.approval.PreparedFile;
import org.reentryatlas.approval.Proposal;
import org.reentryatlas.approval.ProposalStore;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.Changes;
import org.reentryatlas.http.JsonBody;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.Problem;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Routes;
import org.reentryatlas.identity.Account;
import org.reentryatlas.identity.Gatekeeper;

/** Releases that were prepared, to be read, signed by a data steward, and approved or sent back by a privacy officer. */
public final class ProposalRoutes implements Routes {
    private static final String PATH = "/desk/proposals";
    private static final String ONE = PATH + "/{proposalId}";

    private final Database desk;
    private final Gatekeeper gatekeeper;

    public ProposalRoutes(Database desk, Gatekeeper gatekeeper) {
        this.desk = desk;
        this.gatekeeper = gatekeeper;
    }

    /**
     * What is sent to decide.
     *
     * @param digest of what was read: what is decided about is never something else
     */
    record Verdict(@Nullable String digest, @Nullable String remark) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::list);
        routes.get(ONE, this::read);
        routes.get(ONE + "/files/{name}", this::file);
        routes.post(ONE + "/sign", context -> decide(context, Proposal.Verdict.SIGNED, Action.RELEASE_SIGNED));
        routes.post(ONE + "/approve", context -> decide(context, Proposal.Verdict.APPROVED, Action.RELEASE_APPROVED));
        routes.post(
                ONE + "/send-back", context -> decide(context, Proposal.Verdict.SENT_BACK, Action.RELEASE_SENT_BACK));
    }

    private void list(Context context) {
        Parameters.of(context, Set.of());
        List<Map<String, @Nullable Object>> all = desk.read(handle -> new ProposalStore(handle)
                .list().stream().map(ProposalRoutes::described).toList());
        Gatekeeper.answer(context, Map.of("proposals", all));
    }

    private static Map<String, @Nullable Object> described(Proposal proposal) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("id", proposal.id());
        body.put("referenceDate", proposal.referenceDate());
        body.put("release", proposal.releaseId());
        body.put("state", proposal.state().code());
        body.put("digest", proposal.digest());
        body.put("reportDigest", proposal.reportDigest());
        body.put("agreement", proposal.agreement());
        body.put("cells", proposal.cells());
        body.put("preparedAt", proposal.preparedAt());
        body.put("preparedBy", proposal.preparedBy());
        body.put(
                "decisions",
                proposal.decisions().stream()
                        .map(decision -> Map.of(
                                "what", decision.verdict().code(),
                                "account", decision.account(),
                                "remark", decision.remark(),
                                "at", decision.at()))
                        .toList());
        return body;
    }

    private void read(Context context) {
        Parameters.of(context, Set.of());
        UUID id = id(context);
        Gatekeeper.answer(context, desk.read(handle -> whole(new ProposalStore(handle), id)));
    }

    private static Map<String, @Nullable Object> whole(ProposalStore store, UUID id) {
        Map<String, @Nullable Object> body = described(store.find(id).orElseThrow(ProposalRoutes::notThere));
        body.put("files", store.listFiles(id));
        return body;
    }

    /** A file is recorded before it leaves: it is not public yet. */
    private void file(Context context) {
        Parameters.of(context, Set.of());
        Account account = gatekeeper.requireAnyone(context).account();
        UUID id = id(context);
        PreparedFile file = desk.inTransaction(handle -> {
            ProposalStore store = new ProposalStore(handle);
            Proposal proposal = store.find(id).orElseThrow(ProposalRoutes::notThere);
            PreparedFile found = store.findFile(id, context.pathParam("name"))
                    .orElseThrow(() -> ProblemException.notFound("What was prepared has no file of this name."));
            Audit.on(handle).done(account.by(), Action.RELEASE_READ, name(proposal) + " " + found.name());
            return found;
        });
        Gatekeeper.asReader(context)
                .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
                .contentType(file.mediaType())
                .result(file.content());
    }

    private void decide(Context context, Proposal.Verdict verdict, Action action) {
        Account account = gatekeeper.requireWriter(context);
        UUID id = id(context);
        Verdict given = JsonBody.read(context, Verdict.class);
        String remark = Remarks.of(given.remark(), verdict == Proposal.Verdict.SENT_BACK);
        Map<String, @Nullable Object> body = desk.inTransaction(handle -> {
            ProposalStore store = new ProposalStore(handle);
            Proposal proposal = store.find(id).orElseThrow(ProposalRoutes::notThere);
            requireRead(proposal, given.digest());
            if (!store.decide(id, verdict, account.id(), remark)) {
                throw ProblemException.conflict(
                        "NOT_TO_BE_DECIDED",
                        "What was prepared is " + proposal.state().code() + " and cannot be " + verdict.code()
                                + " by this account.",
                        "A data steward signs first, then a privacy officer who is somebody else approves or sends back.");
            }
            Audit.on(handle).done(account.by(), action, name(proposal));
            return whole(store, id);
        });
        Gatekeeper.answer(context, body);
    }

    private static void requireRead(Proposal proposal, @Nullable String digest) {
        if (!proposal.digest().equals(digest)) {
            throw ProblemException.invalid(List.of(
                    new Problem.FieldError("digest", "is not that of what was prepared: send the one that GET tells")));
        }
    }

    private static String name(Proposal proposal) {
        return Proposal.name(proposal.releaseId(), proposal.digest());
    }

    private static UUID id(Context context) {
        return Changes.uuid(context.pathParam("proposalId")).orElseThrow(ProposalRoutes::notThere);
    }

    private static ProblemException notThere() {
        return ProblemException.notFound("Nothing was prepared under this identifier.");
    }
}
