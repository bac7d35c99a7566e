package org.reentryatlas.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.layer.Column;
import org.reentryatlas.layer.FeatureTable;

/**
 * KML 2.2 (OGC 07-147r2): what is to be known as the description of the document, the field dictionary as its schema. Written
 * here and not by GDAL, whose driver loses days and writes some texts so that nobody can read them.
 */
final class Kml implements Renderer.Streaming {
    private static final String NAME = "name";
    private static final String SCHEMA = "fields";

    @Override
    public void stream(Export export, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("kml");
            xml.writeDefaultNamespace("http://www.opengis.net/kml/2.2");
            xml.writeStartElement("Document");
            write(xml, NAME, export.id());
            write(xml, "description", description(export.about()));
            writeSchema(xml, export);
            for (int row = 0; row < export.table().size(); row++) {
                writePlace(xml, text, export.table(), row);
            }
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("KML cannot be written", e);
        }
    }

    private static String description(About about) {
        return about.facts().stream()
                .map(fact -> fact.title() + ": " + fact.text())
                .collect(Collectors.joining("\n"));
    }

    private static void writeSchema(XMLStreamWriter xml, Export export) throws XMLStreamException {
        xml.writeStartElement("Schema");
        xml.writeAttribute("name", export.id());
        xml.writeAttribute("id", SCHEMA);
        for (Column column : export.table().columns()) {
            xml.writeStartElement("SimpleField");
            xml.writeAttribute("type", type(column.type()));
            xml.writeAttribute(NAME, column.name());
            write(xml, "displayName", column.title());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String type(Column.Type type) {
        return switch (type) {
            case TEXT, TEXTS, DATE -> "string";
            case INTEGER -> "int";
            case NUMBER -> "double";
            case BOOLEAN -> "bool";
        };
    }

    private static void writePlace(XMLStreamWriter xml, Writer text, FeatureTable table, int row)
            throws XMLStreamException, IOException {
        xml.writeCharacters("\n");
        xml.writeStartElement("Placemark");
        Integer named = table.column(NAME);
        Object name = named == null ? null : table.value(row, named);
        if (name != null) {
            write(xml, NAME, name.toString());
        }
        xml.writeStartElement("ExtendedData");
        xml.writeStartElement("SchemaData");
        xml.writeAttribute("schemaUrl", "#" + SCHEMA);
        for (int column = 0; column < table.columns().size(); column++) {
            String value = text(table.value(row, column));
            if (value != null) {
                xml.writeStartElement("SimpleData");
                xml.writeAttribute(NAME, table.columns().get(column).name());
                xml.writeCharacters(Cells.withoutControls(value));
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
        xml.writeEndElement();
        Shape shape = table.shape(row);
        if (shape != null) {
            // What is under way goes out first, and the geometry, which is XML already, after it.
            xml.writeCharacters("");
            xml.flush();
            text.write(shape.kml(FeatureTable.DIGITS));
        }
        xml.writeEndElement();
    }

    /** GDAL reads a truth only where it is a number, which XML allows too. */
    private static @Nullable String text(@Nullable Object value) {
        return value instanceof Boolean truth ? (truth ? "1" : "0") : Cells.text(value);
    }

    private static void write(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(Cells.withoutControls(text));
        xml.writeEndElement();
    }
}
