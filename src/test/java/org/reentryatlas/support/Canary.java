package org.reentryatlas.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * People of whom every field that is nobody's business is marked, and a search for the marks in bytes of any kind: as they are, in either
 * case, in UTF-16, base64 and hexadecimal digits, in what is compressed, and positions as text and as numbers.
 */
public final class Canary {
    /** No length of bytes is found by chance below this. */
    private static final int MARK = 6;

    private static final long HOUSE = 9_876_500_000L;
    private static final Pattern HOUSE_NUMBER = Pattern.compile("(?<![0-9])98765[0-9]{5}(?![0-9])");
    /** Of a start, a move, a look: nobody else was of these years. */
    private static final Pattern DAY = Pattern.compile("19(37|38|39)-[01][0-9]-[0-3][0-9]");

    private static final Pattern POSITION = Pattern.compile("-?[0-9]{1,3}\\.[0-9]{5}");
    private static final int NEAR = 60;
    /** Of the 64 bits of a number, those behind its first 16. */
    private static final int BEGINNING = 48;

    private final Map<String, byte[]> needles = new LinkedHashMap<>();
    private final String mark;
    private final Map<String, Set<String>> latitudes = new HashMap<>();
    private final Set<Long> longitudes = new HashSet<>();
    private long beginning;
    private int people;

    /** @param mark six letters and digits in lower case that stand nowhere else */
    public Canary(String mark) {
        if (mark.length() != MARK || !mark.equals(mark.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(mark);
        }
        this.mark = mark;
        for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            needles.put(wide + "", mark.getBytes(wide));
        }
        for (String written : List.of(mark, mark.toUpperCase(Locale.ROOT))) {
            byte[] plain = written.getBytes(StandardCharsets.US_ASCII);
            needles.put("hex of " + written, HexFormat.of().formatHex(plain).getBytes(StandardCharsets.US_ASCII));
            for (int before = 0; before < 3; before++) {
                byte[] shifted = new byte[before + MARK];
                System.arraycopy(plain, 0, shifted, before, MARK);
                String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
                // What the neighbours have a part in is left out.
                int first = (before * 8 + 5) / 6;
                needles.put(
                        "base64 of " + written + " after " + before,
                        encoded.substring(first, (before + MARK) * 8 / 6).getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    /** The same people with a mark in every field that is not published, and in a column that nobody asked for. */
    public List<String> mark(List<String> caseload) {
        if (!caseload.get(0).equals(SmallCity.CASELOAD_HEADER)) {
            throw new IllegalArgumentException(caseload.get(0));
        }
        List<String> marked = new ArrayList<>(
                List.of("record_id,address_type,address,city,postal_code,lon,lat,stated_area,residence_status,"
                        + "residence_from,needs,start_date,end_date,verified_on,desk_remark"));
        for (String row : caseload.subList(1, caseload.size())) {
            String[] fields = row.split(",", -1);
            int number = people++;
            String lon = fields[3] + "417";
            String lat = fields[4] + "293";
            latitudes.computeIfAbsent(cut(lon), key -> new HashSet<>()).add(cut(lat));
            long bits = Double.doubleToLongBits(Double.parseDouble(lon));
            beginning = bits >>> BEGINNING;
            longitudes.add(bits);
            String day = "%02d-%02d".formatted(1 + number % 12, 1 + number % 28);
            marked.add(String.join(
                    ",",
                    mark + "id" + fields[0],
                    fields[1],
                    (HOUSE + number) + " " + mark + "ad Street Apt " + mark + "un" + number,
                    mark + "ci",
                    mark + number,
                    lon,
                    lat,
                    mark + "sa",
                    "current",
                    "1938-" + day,
                    fields[5],
                    "1937-" + day,
                    "",
                    "1939-" + day,
                    mark + "re" + number));
        }
        return marked;
    }

    private static String cut(String number) {
        return number.substring(0, number.indexOf('.') + 6);
    }

    /** What is found in the bytes, and in what they hold packed; a line each, with where. */
    public List<String> findings(String where, byte[] bytes) {
        List<String> found = new ArrayList<>();
        search(where, bytes, found);
        return found;
    }

    private void search(String where, byte[] bytes, List<String> found) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String folded = text.toLowerCase(Locale.ROOT);
        if (folded.contains(mark)) {
            found.add(where + ": the mark");
        }
        needles.forEach((kind, needle) -> {
            String sought = new String(needle, StandardCharsets.ISO_8859_1);
            boolean folds = kind.startsWith("UTF") || kind.startsWith("hex");
            if ((folds ? folded : text).contains(sought)) {
                found.add(where + ": " + kind);
            }
        });
        if (HOUSE_NUMBER.matcher(text).find()) {
            found.add(where + ": a house number");
        }
        if (DAY.matcher(text).find()) {
            found.add(where + ": a day");
        }
        searchPositions(where, text, found);
        searchNumbers(where, bytes, found);
        unpack(where, bytes, found);
    }

    private void searchPositions(String where, String text, List<String> found) {
        Matcher number = POSITION.matcher(text);
        while (number.find()) {
            Set<String> beside = latitudes.get(number.group());
            if (beside != null) {
                String near = text.substring(
                        Math.max(0, number.start() - NEAR), Math.min(text.length(), number.end() + NEAR));
                if (beside.stream().anyMatch(near::contains)) {
                    found.add(where + ": a position as text");
                    return;
                }
            }
        }
    }

    private void searchNumbers(String where, byte[] bytes, List<String> found) {
        ByteBuffer big = ByteBuffer.wrap(bytes);
        ByteBuffer little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + Long.BYTES <= bytes.length; at++) {
            if (isLongitude(big.getLong(at)) || isLongitude(little.getLong(at))) {
                found.add(where + ": a position as a number");
                return;
            }
        }
    }

    /** All of one city begin alike, which is looked at first: there are as many numbers to try as there are bytes. */
    private boolean isLongitude(long bits) {
        return bits >>> BEGINNING == beginning && longitudes.contains(bits);
    }

    private void unpack(String where, byte[] bytes, List<String> found) {
        try {
            if (begins(bytes, 0x1f, 0x8b)) {
                search(where + " unpacked", new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(), found);
            } else if (begins(bytes, 'P', 'K', 3, 4)) {
                ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes));
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    search(where + " " + entry.getName(), zip.readAllBytes(), found);
                }
            } else if (begins(bytes, '%', 'P', 'D', 'F')) {
                try (PDDocument document = Loader.loadPDF(bytes)) {
                    byte[] text = new PDFTextStripper().getText(document).getBytes(StandardCharsets.UTF_8);
                    search(where + " text", text, found);
                }
            }
        } catch (IOException e) {
            found.add(where + ": cannot be unpacked, so nobody knows what is in it: " + e);
        }
    }

    private static boolean begins(byte[] bytes, int... signature) {
        if (bytes.length < signature.length) {
            return false;
        }
        for (int at = 0; at < signature.length; at++) {
            if ((bytes[at] & 0xff) != signature[at]) {
                return false;
            }
        }
        return true;
    }
}
