package org.reentryatlas.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.reentryatlas.gdal.Gdal;
import org.reentryatlas.layer.Column;

/** Lets ogr2ogr write layers in a format, in a process of its own. */
final class Ogr {
    private Ogr() {}

    /** What is said when GDAL is missing or fails. */
    private record Faults() implements Gdal.Faults {
        @Override
        public RuntimeException missing(String program) {
            return new ExportException(
                    "GeoPackage, Shapefile and FlatGeobuf are written with GDAL's %s, which is not installed; on Debian: apt-get install gdal-bin"
                            .formatted(program));
        }

        @Override
        public RuntimeException silent() {
            return new ExportException("GDAL did not answer any more while it wrote a file");
        }

        @Override
        public RuntimeException failed(String how) {
            return new ExportException("GDAL could not write a file (GDAL " + how + ")");
        }
    }

    /**
     * Makes sure that ogr2ogr is installed.
     *
     * @throws ExportException that says how to install it
     */
    static void require() {
        Gdal.writing(LocalDate.EPOCH, new Faults()).require("ogr2ogr");
    }

    /**
     * Writes layers to a file.
     *
     * @param day on which it is written, where a format asks
     * @param options of the format
     */
    static void write(String driver, LocalDate day, List<OgrLayer> layers, Path file, List<String> options)
            throws IOException {
        try (Scratch scratch = Scratch.open()) {
            for (OgrLayer layer : layers) {
                layer.write(scratch);
            }
            Path description = scratch.file("layers.vrt");
            describe(layers, description);
            List<String> arguments = new ArrayList<>(List.of("-f", driver));
            arguments.addAll(options);
            arguments.addAll(List.of(file.toAbsolutePath().toString(), description.toString()));
            Gdal.writing(day, new Faults()).run("ogr2ogr", arguments.toArray(String[]::new));
        }
    }

    /** As a virtual format of GDAL's, which names the types of what lies in other files. */
    private static void describe(List<OgrLayer> layers, Path file) throws IOException {
        try (Writer text = Files.newBufferedWriter(file)) {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartElement("OGRVRTDataSource");
            for (OgrLayer layer : layers) {
                describe(layer, xml);
            }
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("a description for GDAL cannot be written", e);
        }
    }

    private static void describe(OgrLayer layer, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("OGRVRTLayer");
        xml.writeAttribute("name", layer.name());
        xml.writeStartElement("SrcDataSource");
        xml.writeAttribute("relativeToVRT", "1");
        xml.writeCharacters(layer.fileName());
        xml.writeEndElement();
        if (layer.rows() > 0) {
            // A text that looks like a day stays a text.
            xml.writeStartElement("OpenOptions");
            xml.writeStartElement("OOI");
            xml.writeAttribute("key", "DATE_AS_STRING");
            xml.writeCharacters("YES");
            xml.writeEndElement();
            xml.writeEndElement();
        }
        write("SrcLayer", layer.name(), xml);
        write("GeometryType", layer.geometryType(), xml);
        if (!layer.geometryType().equals(OgrLayer.NO_GEOMETRY)) {
            write("LayerSRS", "EPSG:4326", xml);
        }
        for (OgrLayer.Field field : layer.fields()) {
            describe(field, xml);
        }
        xml.writeEndElement();
    }

    private static void describe(OgrLayer.Field field, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeEmptyElement("Field");
        xml.writeAttribute("name", field.name());
        xml.writeAttribute("src", field.name());
        xml.writeAttribute("type", type(field.type()));
        if (field.type() == Column.Type.BOOLEAN) {
            xml.writeAttribute("subtype", "Boolean");
        }
        if (field.width() > 0) {
            xml.writeAttribute("width", Integer.toString(field.width()));
        }
    }

    private static String type(Column.Type type) {
        return switch (type) {
            case TEXT, TEXTS -> "String";
            case INTEGER, BOOLEAN -> "Integer";
            case NUMBER -> "Real";
            case DATE -> "Date";
        };
    }

    private static void write(String name, String text, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
