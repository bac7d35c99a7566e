package org.reentryatlas.duplicate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The training set of Washington State's 211: listings, most followed by a copy that was spoilt on purpose and names the
 * row it was made from. There is no header. All that the file says is which rows are the same; that two rows are
 * different it says nowhere.
 *
 * @param profiles the listings of one half
 * @param entities for each the number of the service that it is of: rows are the same if the file says so, or if they are
 *     plainly rows of one office (see {@link #office}), which the file holds many of and does not tell
 * @param labels for each the number of the group that the file's own labels make
 */
record TrainingSet(List<Profile> profiles, List<Integer> entities, List<Integer> labels) {
    static final Path FILE = Path.of("../shared/geodata/hsds/silobuster_wa_dedupe_training_set.csv");

    private static final int NAME = 0;
    private static final int URL = 2;
    private static final int STREET = 3;
    private static final int UNIT = 4;
    private static final int CITY = 5;
    private static final int STATE = 6;
    private static final int POSTAL_CODE = 7;
    private static final int COPY_OF = 11;
    /** The number that the file gives to its first row. */
    private static final int FIRST = 10_685;

    private static final String[][] SHORT_FORMS = {
        {"street", "st"},
        {"avenue", "ave"},
        {"road", "rd"},
        {"drive", "dr"},
        {"boulevard", "blvd"},
        {"highway", "hwy"},
        {"lane", "ln"},
        {"place", "pl"},
        {"court", "ct"},
        {"parkway", "pkwy"},
        {"north", "n"},
        {"south", "s"},
        {"east", "e"},
        {"west", "w"},
        {"northeast", "ne"},
        {"northwest", "nw"},
        {"southeast", "se"},
        {"southwest", "sw"},
        {"suite", "ste"},
        {"unit", "ste"},
        {"room", "rm"},
        {"building", "bldg"}
    };

    /** The part that stays closed; it has 453 of the 1,330 rows, since it holds the largest family. */
    private static final int CLOSED = 3;

    private static final String SEED = "reentry-atlas ";

    /**
     * Reads the rows to tune on or those held out. What shares a name or a street with a row stays with it, so that the
     * pairs that are hardest to tell apart are not lost and no family is known from the other part; a hash of its first
     * row's name and street says which part.
     */
    static TrainingSet read(boolean heldOut) throws IOException {
        List<CsvRecord> rows;
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().ofCsvRecord(Files.newBufferedReader(FILE, Charset.forName("windows-1252")))) {
            rows = csv.stream().toList();
        }
        Groups families = new Groups(rows.size());
        Groups entities = new Groups(rows.size());
        Groups labels = new Groups(rows.size());
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            CsvRecord row = rows.get(i);
            if (!row.getField(COPY_OF).isEmpty()) {
                int original = Integer.parseInt(row.getField(COPY_OF)) - FIRST;
                families.join(i, original);
                entities.join(i, original);
                labels.join(i, original);
                continue;
            }
            families.join(i, first(seen, "name " + row.getField(NAME), i));
            if (!row.getField(STREET).isEmpty()) {
                families.join(i, first(seen, "street " + row.getField(STREET), i));
            }
            entities.join(i, first(seen, office(row, i), i));
        }
        TrainingSet set = new TrainingSet(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < rows.size(); i++) {
            CsvRecord first = rows.get(families.first(i));
            boolean isClosed = quarter(first.getField(NAME) + "|" + first.getField(STREET)) == CLOSED;
            if (isClosed == heldOut) {
                set.profiles.add(Profile.of(listing(i, rows.get(i))));
                set.entities.add(entities.first(i));
                set.labels.add(labels.first(i));
            }
        }
        return set;
    }

    /**
     * What is the same in all rows of one office, though the file does not say so: the name but for punctuation and the
     * address but for common short forms; without a street, the web site.
     */
    private static String office(CsvRecord row, int number) {
        String name = letters(row.getField(NAME).replace("&", "and"));
        String street = row.getField(STREET) + " " + row.getField(UNIT).replace("#", "ste ");
        String site = row.getField(URL).replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
        if (!row.getField(STREET).isEmpty()) {
            for (String[] form : SHORT_FORMS) {
                street = street.replaceAll("(?i)\\b" + form[0] + "\\b", form[1]);
            }
            return "office " + name + " " + letters(street) + " "
                    + row.getField(POSTAL_CODE).split("-", -1)[0];
        }
        return "site " + (site.isEmpty() ? number : name + " " + site);
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static int first(Map<String, Integer> seen, String key, int row) {
        return seen.computeIfAbsent(key, unseen -> row);
    }

    private static Listing listing(int number, CsvRecord row) {
        return new Listing("" + (FIRST + number), "", row.getField(NAME), place(row), "", row.getField(URL), null);
    }

    private static String place(CsvRecord row) {
        return "%s, %s, %s, %s %s"
                .formatted(
                        row.getField(STREET),
                        row.getField(UNIT),
                        row.getField(CITY),
                        row.getField(STATE),
                        row.getField(POSTAL_CODE));
    }

    private static int quarter(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((SEED + text).getBytes(StandardCharsets.UTF_8))[0] & 3;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows joined into groups, each named by its first row. */
    private static final class Groups {
        private final int[] parent;

        Groups(int size) {
            parent = IntStream.range(0, size).toArray();
        }

        int first(int row) {
            while (parent[row] != row) {
                row = parent[row];
            }
            return row;
        }

        void join(int a, int b) {
            int first = first(a);
            int second = first(b);
            parent[Math.max(first, second)] = Math.min(first, second);
        }
    }
}
