package org.reentryatlas.table;

import java.nio.file.Path;
import org.reentryatlas.gdal.Gdal;

/** What a reader of a file is told when GDAL cannot read it. */
record GdalFaults(Path file) implements Gdal.Faults {
    @Override
    public RuntimeException missing(String program) {
        return new TableException(
                file
                        + ": this format is read with GDAL's ogr2ogr, which is not installed; on Debian: apt-get install gdal-bin");
    }

    @Override
    public RuntimeException silent() {
        return new TableException(file + ": GDAL did not answer any more while it read the file");
    }

    @Override
    public RuntimeException failed(String how) {
        return new TableException(
                file + ": the file is damaged, cut off or not what its ending says (GDAL " + how + ")");
    }
}
