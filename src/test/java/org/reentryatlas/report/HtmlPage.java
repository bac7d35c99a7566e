package org.reentryatlas.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page read back as XML, which it must be. */
record HtmlPage(Document document) {
    static HtmlPage parse(String html) throws IOException {
        try {
            return new HtmlPage(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(html))));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("the page is not well-formed", e);
        }
    }

    List<Element> all(String tag) {
        return list(document.getElementsByTagName(tag));
    }

    static List<Element> inside(Element element, String tag) {
        return list(element.getElementsByTagName(tag));
    }

    /** The rows of the table with the caption: first cell → the others, as they are printed. */
    Map<String, List<String>> table(String caption) {
        for (Element table : all("table")) {
            if (inside(table, "caption").get(0).getTextContent().equals(caption)) {
                Map<String, List<String>> rows = new LinkedHashMap<>();
                for (Element row : inside(table, "tr")) {
                    List<String> cells = cells(row);
                    rows.put(cells.get(0), cells.subList(1, cells.size()));
                }
                return rows;
            }
        }
        throw new AssertionError("no table " + caption);
    }

    static List<String> cells(Element row) {
        List<String> cells = new ArrayList<>();
        for (var cell = row.getFirstChild(); cell != null; cell = cell.getNextSibling()) {
            if (cell instanceof Element) {
                cells.add(cell.getTextContent());
            }
        }
        return cells;
    }

    private static List<Element> list(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
