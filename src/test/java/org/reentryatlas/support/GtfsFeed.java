package org.reentryatlas.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A feed in GTFS of three stops in the small city: a bus on weekdays, one that runs every ten minutes, and one that passes
 * midnight. Each file can be replaced.
 */
public final class GtfsFeed {
    private final Map<String, String> files = new LinkedHashMap<>();

    /** The feed as it is right. */
    public GtfsFeed() {
        with("agency.txt", "agency_name,agency_url,agency_timezone\nSmall Buses,https://example.org,America/Denver\n");
        with("feed_info.txt", "feed_publisher_name,feed_version\nSmall Buses,v1\n");
        with("stops.txt", """
                stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station
                A,West,43.505,-105.099,,
                B,Middle,43.505,-105.08,0,HUB
                C,East,43.505,-105.061,0,HUB
                HUB,Hub,43.505,-105.07,1,
                """);
        with("routes.txt", "route_id,route_type\nR,3\n");
        with("trips.txt", "route_id,service_id,trip_id\nR,WK,ONCE\nR,WK,OFTEN\nR,WK,NIGHT\n");
        with("stop_times.txt", """
                trip_id,stop_id,stop_sequence,arrival_time,departure_time,pickup_type,drop_off_type
                ONCE,A,10,8:50:00,8:50:00,0,1
                ONCE,B,20,,,,
                ONCE,C,30,08:56:00,08:56:30,2,0
                OFTEN,C,1,00:00:00,00:00:00,,
                OFTEN,A,2,00:06:00,00:06:00,,
                NIGHT,A,1,32:30:00,32:30:00,,
                NIGHT,C,2,32:36:00,32:36:00,,
                """);
        with("calendar.txt", """
                service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
                WK,1,1,1,1,1,0,0,20260601,20260731
                """);
        with("calendar_dates.txt", "service_id,date,exception_type\nWK,20260630,2\n");
        with("frequencies.txt", "trip_id,start_time,end_time,headway_secs\nOFTEN,08:00:00,08:30:00,600\n");
        with("transfers.txt", "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nHUB,HUB,2,300\nB,C,3,\n");
    }

    /** The same with another text of a file; without the file where the text is empty. */
    public GtfsFeed with(String name, String text) {
        files.put(name, text);
        return this;
    }

    /** The same with something replaced in a file. */
    public GtfsFeed with(String name, String what, String by) {
        String before = files.getOrDefault(name, "");
        if (!before.contains(what)) {
            throw new IllegalArgumentException(name + " does not have " + what);
        }
        return with(name, before.replace(what, by));
    }

    /** Written as a zip file. */
    public Path write(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : files.entrySet()) {
                if (!entry.getValue().isEmpty()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
        }
        return file;
    }
}
