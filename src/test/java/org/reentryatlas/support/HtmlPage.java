package org.reentryatlas.support;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page of ours read back as XML, which it must be. */
public record HtmlPage(Document document) {
    public static HtmlPage parse(String html) throws IOException {
        try {
            return new HtmlPage(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(html))));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("the page is not well-formed", e);
        }
    }

    public List<Element> all(String tag) {
        return list(document.getElementsByTagName(tag));
    }

    public static List<Element> inside(Element element, String tag) {
        return list(element.getElementsByTagName(tag));
    }

    /** The rows of the table with the caption: first cell → the others, as they are printed. */
    public Map<String, List<String>> table(String caption) {
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

    public static List<String> cells(Element row) {
        List<String> cells = new ArrayList<>();
        for (var cell = row.getFirstChild(); cell != null; cell = cell.getNextSibling()) {
            if (cell instanceof Element) {
                cells.add(cell.getTextContent());
            }
        }
        return cells;
    }

    /**
     * What can be seen from the markup alone of a page's fitness for a screen reader; empty where nothing is wrong.
     */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int level = 0;
        for (Element element : all("*")) {
            String id = element.getAttribute("id");
            if (!id.isEmpty() && !ids.add(id)) {
                faults.add("two elements are called " + id);
            }
            if (element.getTagName().matches("h[1-6]")) {
                int next = element.getTagName().charAt(1) - '0';
                if (next > level + 1) {
                    faults.add("a level of headings is left out before " + element.getTextContent());
                }
                level = next;
            }
            if (element.getTagName().equals("th")
                    && !element.getAttribute("scope").matches("col|row")) {
                faults.add("a table head has no scope: " + element.getTextContent());
            }
            if (element.getTagName().equals("table")
                    && inside(element, "caption").size() != 1) {
                faults.add("a table has no caption");
            }
        }
        for (Element element : all("*")) {
            String label = element.getAttribute("aria-labelledby");
            if (!label.isEmpty() && !ids.contains(label)) {
                faults.add("nothing is called " + label);
            }
        }
        for (String tag : List.of("title", "h1", "main")) {
            if (all(tag).size() != 1) {
                faults.add("there is not one " + tag);
            }
        }
        if (document.getDocumentElement().getAttribute("lang").isEmpty()) {
            faults.add("the page names no language");
        }
        return faults;
    }

    private static List<Element> list(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
