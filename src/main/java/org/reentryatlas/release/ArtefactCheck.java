package org.reentryatlas.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Whether the bytes of every release are those of which the ledger and release.json name the digests. */
final class ArtefactCheck implements Check {
    @Override
    public String name() {
        return "artefacts";
    }

    @Override
    public String run(Handle handle, Scope scope) {
        LedgerStore store = new LedgerStore(handle);
        int files = 0;
        int releases = 0;
        for (LedgerLink link : store.list()) {
            if (scope.covers(link.releaseId())) {
                files += check(store, link);
                releases++;
            }
        }
        return "the bytes of %s of %s have the digests in the ledger and in release.json"
                .formatted(Words.count(files, "file", "files"), Words.count(releases, "release", "releases"));
    }

    private static int check(LedgerStore store, LedgerLink link) {
        String where = "seq " + link.seq() + ", release " + link.releaseId() + ", ";
        JsonNode entry = FixedJson.read(where + "entry", link.entry());
        Map<String, String> entered = digests(entry);
        Map<String, String> stored = store.listArtefacts(link.releaseId());
        Words.same(where + "names of the artefacts", stored.keySet(), entered.keySet());
        entered.forEach((name, digest) -> {
            String computed = store.read(link.releaseId(), name).orElseThrow().sha256();
            Words.same(where + name + ", SHA-256 of its bytes", computed, digest);
            Words.same(where + name + ", stored SHA-256", String.valueOf(stored.get(name)), digest);
        });
        String text =
                store.read(link.releaseId(), Artefacts.RELEASE).orElseThrow().text();
        JsonNode release = FixedJson.read(where + Artefacts.RELEASE, text);
        // It was written before the exports, which only the ledger names.
        Map<String, String> others = new TreeMap<>(entered);
        others.keySet().retainAll(Artefacts.AUDITED);
        others.remove(Artefacts.RELEASE);
        Words.same(where + "digests in release.json", others, digests(release));
        for (String field : new String[] {"release", "reference_date", "policy"}) {
            Words.same(where + field + " in release.json", entry.path(field), release.path(field));
        }
        return entered.size();
    }

    private static Map<String, String> digests(JsonNode document) {
        Map<String, String> digests = new TreeMap<>();
        document.path("artefacts")
                .forEach(artefact -> digests.put(
                        artefact.path("name").asText(), artefact.path("sha256").asText()));
        return digests;
    }
}
