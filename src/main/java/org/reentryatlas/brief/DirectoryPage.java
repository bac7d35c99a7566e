package org.reentryatlas.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reentryatlas.http.OpenApi;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.layer.FeatureTable;
import org.reentryatlas.layer.Layer;
import org.reentryatlas.layer.ServiceCategory;
import org.reentryatlas.layer.Snapshot;

/** The service directory by category, to be read, searched and printed. */
final class DirectoryPage {
    private static final String PATH = "/services";

    private final Snapshot snapshot;
    private final Words words;

    DirectoryPage(Snapshot snapshot, Locale language) {
        this.snapshot = snapshot;
        this.words = Words.in(language);
    }

    /**
     * What the template takes.
     *
     * @param category code of the only category that is wanted
     * @param find words that all have to stand in what the directory says about a site
     * @throws ProblemException if there is no such category
     */
    Map<String, Object> describe(Optional<String> category, String find) {
        List<ServiceCategory> wanted = categories(category);
        List<Site> sites = sites(find);
        List<Map<String, Object>> groups = new ArrayList<>();
        for (ServiceCategory each : wanted) {
            group(words.name(each), sites.stream().filter(site -> site.offers(each.code())))
                    .ifPresent(groups::add);
        }
        if (category.isEmpty()) {
            group(words.say("otherServices"), sites.stream().filter(this::isOfNoCategory))
                    .ifPresent(groups::add);
        }
        Map<String, Object> page =
                words.page(snapshot.jurisdiction(), words.say("directoryTitle", snapshot.jurisdiction()), PATH);
        page.put("search", search(category, find));
        page.put("find", find);
        page.put("choices", choices(category));
        page.put("groups", groups);
        return page;
    }

    /** The rest of the query, so that the other language shows what was found in this one. */
    private static String search(Optional<String> category, String find) {
        return category.map(code -> "&category=" + OpenApi.encode(code)).orElse("")
                + (find.isEmpty() ? "" : "&find=" + OpenApi.encode(find));
    }

    private List<ServiceCategory> categories(Optional<String> code) {
        List<ServiceCategory> wanted = snapshot.categories().stream()
                .filter(category -> code.isEmpty() || category.code().equals(code.get()))
                .toList();
        if (wanted.isEmpty() && code.isPresent()) {
            throw ProblemException.badRequest(
                    "CATEGORY_UNKNOWN",
                    "Parameter 'category' names a category of services that there is not.",
                    "Leave it out, or choose one of the page.");
        }
        return wanted;
    }

    private List<Map<String, Object>> choices(Optional<String> chosen) {
        return snapshot.categories().stream()
                .map(category -> Map.<String, Object>of(
                        "code", category.code(),
                        "name", words.name(category),
                        "chosen", category.code().equals(chosen.orElse(""))))
                .toList();
    }

    /** Those that say every word, in whatever case, by name. */
    private List<Site> sites(String find) {
        List<String> wanted = Stream.of(find.toLowerCase(words.locale()).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        FeatureTable directory = snapshot.newest(snapshot.layer(Layer.PROVIDERS));
        return IntStream.range(0, directory.size())
                .mapToObj(row -> new Site(directory, row))
                .filter(site -> {
                    String said = said(site);
                    return wanted.stream().allMatch(said::contains);
                })
                .sorted(Comparator.comparing(Site::name, words.order()))
                .toList();
    }

    private String said(Site site) {
        return String.join(
                        " ",
                        site.name(),
                        site.text("organization"),
                        site.address(),
                        site.text("eligibility"),
                        site.text("hours"))
                .toLowerCase(words.locale());
    }

    private boolean isOfNoCategory(Site site) {
        return snapshot.categories().stream().noneMatch(category -> site.offers(category.code()));
    }

    private Optional<Map<String, Object>> group(String name, Stream<Site> sites) {
        List<Map<String, Object>> cards =
                sites.map(site -> new SiteCard(site, words).describe()).toList();
        return cards.isEmpty()
                ? Optional.empty()
                : Optional.of(Map.of("name", name, "count", words.count(cards.size()), "sites", cards));
    }
}
