package org.reentryatlas.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Real downloads of many offices, which lie outside of the project and are not everywhere. Each is read to its end or refused
 * with a reason; of some, rows and system are known from {@code ogrinfo}.
 */
class SharedFilesTest {
    private static final Path FOLDER = Path.of("../shared/geodata");
    private static final Set<String> PARTS_OF_OTHERS =
            Set.of("md", "py", "xml", "raw", "yaml", "shx", "dbf", "prj", "cpg", "license");

    @BeforeAll
    static void needTheFolder() {
        assumeTrue(Files.isDirectory(FOLDER), "the folder of downloads is not here");
    }

    @Test
    void everyFileIsReadOrRefusedWithAReason() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(FOLDER)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !PARTS_OF_OTHERS.contains(Format.ending(file)))
                    .toList();
        }
        List<String> verdicts = new ArrayList<>();
        for (Path file : files) {
            verdicts.add(FOLDER.relativize(file) + ": " + verdict(file));
        }
        assertThat(verdicts).noneMatch(verdict -> verdict.endsWith(": refused: null"));
        assertThat(verdicts)
                .filteredOn(verdict -> !verdict.contains(": refused: "))
                .hasSizeGreaterThan(100);
    }

    private static String verdict(Path file) throws IOException {
        try {
            long[] rows = {0};
            Table.open(file, ReadOptions.FOUND).forEach(row -> rows[0]++);
            return rows[0] + " rows";
        } catch (TableException e) {
            return "refused: " + e.getMessage();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "derived_messy/psa2019.fgb, , 57, 57, EPSG:4326",
        "derived_messy/psa2019.kml, , 57, 57, EPSG:4326",
        "derived_messy/psa2019_26985.gpkg, , 57, 57, EPSG:26985",
        "derived_messy/psa2019_2248_noprj.shp, , 57, 57, ",
        "derived_messy/psa2019_3857_crs_member.geojson, , 57, 57, urn:ogc:def:crs:EPSG::3857",
        "derived_messy/psa2019_broken.geojson, , 58, 56, urn:ogc:def:crs:OGC:1.3:CRS84",
        "derived_messy/providers_cp1252_semicolon.csv, , 208, 0, ",
        "dc/an4234a_Police_Service_Areas.shp, , 57, 57, EPSG:4326",
        "chicago/police_beats_shp_wgs84.zip, , 277, 277, EPSG:4326",
        "chicago/police_districts_shp_wgs84.zip, , 25, 25, EPSG:4326",
        "chicago/community_areas.geojson, , 77, 77, urn:ogc:def:crs:EPSG::4236",
        "cleveland/policedistricts-shp.zip, , 5, 5, EPSG:4326",
        "cleveland/2014wardboundaries-shp.zip, , 17, 17, EPSG:4326",
        "cleveland/2019CDCServiceAreas-shp.zip, , 29, 29, EPSG:4269",
        "houston/kml/20g80.kml, , 1, 1, EPSG:4326",
        "baltimore/baltimore_police_districts_2804.gpkg, districts_2023, 9, 9, EPSG:2804",
        "baltimore/baltimore_street_centerlines_2804.gpkg, , 48473, 48473, EPSG:2804",
        "nena/NG911_GISDataModelTemplate_v3.0.gpkg, PolicePolygon, 0, 0, EPSG:4326",
        "nena/NG911_GISDataModelTemplate_v3.0.gdb.zip, PolicePolygon, 0, 0, EPSG:4326",
        "hsds/open211_miami_hsds_datapackage_2019.zip, services, 4089, 0, "
    })
    void readsWhatIsKnownOfAFile(String name, @Nullable String layer, long rows, long geometries, @Nullable String crs)
            throws IOException {
        Table table = Table.open(FOLDER.resolve(name), new ReadOptions(layer, null, null));
        long[] counts = new long[2];
        table.forEach(row -> {
            counts[0]++;
            counts[1] += row.geometry() == null ? 0 : 1;
        });
        assertThat(counts).containsExactly(rows, geometries);
        assertThat(table.declaredCrs().orElse(null)).isEqualTo(crs);
    }

    @Test
    void asksWhichVintageOfBaltimoresDistricts() {
        Path file = FOLDER.resolve("baltimore/baltimore_police_districts_2804.gpkg");
        assertThatThrownBy(() -> Table.open(file, ReadOptions.FOUND))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("choose one with --layer: districts_2023, districts_1959_2022");
    }
}
