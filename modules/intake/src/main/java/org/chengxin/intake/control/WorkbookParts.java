package org.chengxin.intake.control;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which part of an XLSX file holds which sheet, by the relations of its workbook. */
final class WorkbookParts {

    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    private final Map<String, String> targets = new HashMap<>();

    private WorkbookParts() {}

    static WorkbookParts of(Path file) throws IOException {
        WorkbookParts parts = new WorkbookParts();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry relations = zip.getEntry(RELATIONS);
            if (relations != null) {
                try (InputStream in = zip.getInputStream(relations)) {
                    parts.read(in);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return parts;
    }

    private void read(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")) {
                String target = xml.getAttributeValue(null, "Target");
                targets.put(
                        xml.getAttributeValue(null, "Id"),
                        target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        }
    }

    /** The part of a sheet, such as {@code xl/worksheets/sheet1.xml}; empty text when there is none. */
    String sheet(String relation) {
        return targets.getOrDefault(relation, "");
    }
}
