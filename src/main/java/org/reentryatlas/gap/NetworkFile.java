package org.reentryatlas.gap;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.travel.Road;
import org.reentryatlas.travel.StreetNetwork;
import org.reentryatlas.travel.Stretch;

/** A network of streets as a table that anybody can read: a row for each stretch, its ends in degrees on WGS 84. */
final class NetworkFile {
    static final String NAME = "network.csv";

    private static final List<String> HEADER =
            List.of("from_lon", "from_lat", "to_lon", "to_lat", "decimetres", "class", "direction", "kmh");

    private final List<LonLat> nodes = new ArrayList<>();
    private final Map<LonLat, Integer> numbers = new HashMap<>();

    private NetworkFile() {}

    static String write(StreetNetwork network) {
        return CsvText.write(HEADER, network.stretches(), stretch -> {
            LonLat from = network.nodes().get(stretch.from());
            LonLat to = network.nodes().get(stretch.to());
            return List.of(
                    CsvText.degrees(from.longitude()),
                    CsvText.degrees(from.latitude()),
                    CsvText.degrees(to.longitude()),
                    CsvText.degrees(to.latitude()),
                    Integer.toString(stretch.decimetres()),
                    stretch.road().code(),
                    stretch.direction().code(),
                    Integer.toString(stretch.kmh()));
        });
    }

    /**
     * The network that a file holds.
     *
     * @throws GapException if it holds none, naming the line
     */
    static StreetNetwork read(String text) {
        NetworkFile file = new NetworkFile();
        List<Stretch> stretches = CsvText.read(NAME, text, file::stretch);
        return new StreetNetwork(file.nodes, stretches);
    }

    private Stretch stretch(NamedCsvRecord row) {
        return new Stretch(
                node(CsvText.place(row, "from_")),
                node(CsvText.place(row, "to_")),
                Integer.parseInt(row.getField("decimetres")),
                Road.of(row.getField("class")),
                Stretch.Direction.valueOf(row.getField("direction").toUpperCase(Locale.ROOT)),
                Integer.parseInt(row.getField("kmh")));
    }

    private int node(LonLat place) {
        return numbers.computeIfAbsent(place, key -> {
            nodes.add(key);
            return nodes.size() - 1;
        });
    }
}
