package org.chengxin.intake.control;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.chengxin.intake.control.UnreadableFile.Reason;

/** One part of a workbook as a stream of elements, known by their local names since the prefix is the writer's choice. */
final class WorkbookXml implements AutoCloseable {

    /** No part of a table is nested deeper; elements without end would fill the memory. */
    private static final int DEEPEST = 64;

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader xml;
    private int depth;
    private int event;

    WorkbookXml(InputStream in) {
        try {
            this.xml = FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            throw new UnreadableFile(e, Reason.BROKEN, 0);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /**
     * Goes to the next beginning or end of an element, or over text.
     *
     * @return false at the end of the part
     * @throws UnreadableFile BROKEN
     */
    boolean next() {
        try {
            if (!xml.hasNext()) {
                return false;
            }
            event = xml.next();
        } catch (XMLStreamException e) {
            throw new UnreadableFile(e, Reason.BROKEN, 0);
        }
        if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
            throw new UnreadableFile(Reason.BROKEN, 0);
        }
        if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        }
        return event != XMLStreamConstants.END_DOCUMENT;
    }

    boolean begins(String element) {
        return event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element);
    }

    /** How many elements are open. */
    int depth() {
        return depth;
    }

    /** The value of an attribute of the element that begins here; null when it has none. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** A whole number in an attribute; what is no number is broken. */
    int number(String name, int otherwise) {
        String value = attribute(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new UnreadableFile(e, Reason.BROKEN, 0);
        }
    }

    /**
     * Adds the text of the element that begins here, to its end.
     *
     * @throws UnreadableFile CELL_TOO_LARGE or BROKEN
     */
    void text(StringBuilder to) {
        int outside = depth - 1;
        while (next() && depth > outside) {
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                if (to.length() + xml.getTextLength() > Limits.MAX_CELL_READ) {
                    throw new UnreadableFile(Reason.CELL_TOO_LARGE, 0);
                }
                to.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
    }

    /**
     * Adds the text of a string item ({@code si} or {@code is}): plain or in runs, without the readings that stand above
     * Chinese characters (ECMA-376 part 1, 18.4.8 and 18.4.6).
     */
    void stringItem(StringBuilder to) {
        int outside = depth - 1;
        int reading = Integer.MAX_VALUE;
        while (next() && depth > outside) {
            if (begins("rPh")) {
                reading = Math.min(reading, depth);
            } else if (ends("rPh") && depth < reading) {
                reading = Integer.MAX_VALUE;
            } else if (begins("t") && depth <= reading) {
                text(to);
            }
        }
    }

    @Override
    public void close() {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new UnreadableFile(e, Reason.BROKEN, 0);
        }
    }
}
