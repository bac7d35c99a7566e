package org.reentryatlas.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.agreement.Agreement;
import org.reentryatlas.agreement.AgreementFault;
import org.reentryatlas.agreement.DisclosureStore;
import org.reentryatlas.agreement.Grant;
import org.reentryatlas.agreement.Terms;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.db.Database;
import org.reentryatlas.export.Keys;
import org.reentryatlas.export.Stamp;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.identity.ApiKey;
import org.reentryatlas.identity.ApiKeyStore;
import org.reentryatlas.identity.KeyGate;
import org.reentryatlas.layer.Layer;

/** Keys of programs, joined to the licences that they are bound to and to the accounting of disclosures. */
record KeyDownloads(Database desk, Clock clock) implements Keys {
    @Override
    public Holder holder(Object key) {
        return new OfKey((ApiKey) key);
    }

    /** Whoever has a key. */
    private final class OfKey implements Holder {
        private final ApiKey key;

        private OfKey(ApiKey key) {
            this.key = key;
        }

        @Override
        public void requireScope(Layer.Kind kind) {
            ApiKey.Scope needed = kind.isMadeOfPublished() ? ApiKey.Scope.GAPS : ApiKey.Scope.LAYERS;
            if (!key.has(needed)) {
                throw KeyGate.scope("This key is not for the scope " + needed.code() + ", which this layer needs.");
            }
        }

        @Override
        public Optional<Stamp> stamp(String releaseId) {
            return desk.inTransaction(handle -> grant(handle, releaseId)).map(LicensedExport::stamp);
        }

        /** Empty for a key that is bound to none, as long as none is kept. */
        private Optional<Grant> grant(Handle handle, String releaseId) {
            Terms terms = new Terms(handle);
            try {
                String licence = key.licence();
                String purpose = key.purpose();
                if (licence != null && purpose != null) {
                    return Optional.of(terms.forLicence(
                            licence, Agreement.Purpose.of(purpose).orElseThrow(), releaseId, today()));
                }
                terms.forUse(releaseId);
            } catch (AgreementFault e) {
                // Why a party was suspended is not the business of everybody who has a key.
                throw ProblemException.forbidden(
                        "LICENCE_REFUSED",
                        "The licence of this key, or the agreement of the release, does not allow this now.",
                        "Ask those who keep the agreements where they stand.");
            }
            if (terms.needsLicence()) {
                throw ProblemException.forbidden(
                        "LICENCE_NEEDED",
                        "This key was made before there were data-use licences, and is bound to none.",
                        "Make another key at /keys.html.");
            }
            return Optional.empty();
        }

        private LocalDate today() {
            return LocalDate.now(clock);
        }

        @Override
        public void keep(Taken file) {
            desk.useTransaction(handle -> {
                DisclosureStore disclosures = new DisclosureStore(handle);
                DisclosureStore.Files files = new DisclosureStore.Files(
                        file.layer(), file.format(), List.of(file.name()), List.of(file.sha256()));
                String owner = key.owner().name();
                grant(handle, file.releaseId())
                        .ifPresentOrElse(
                                grant -> disclosures.addDownload(grant, files, key.id(), owner),
                                () -> disclosures.addDownload(file.releaseId(), today(), files, key.id(), owner));
                ApiKeyStore.use(handle, key);
                Audit.on(handle).done(key.owner().by(), Action.LAYER_EXPORTED, file.releaseId() + " " + file.name());
            });
        }
    }
}
