package org.chengxin.intake.boundary;

import java.util.List;
import java.util.Map;
import org.chengxin.intake.control.HeaderMapping;

/**
 * A file as it will be read, before it becomes a lot.
 *
 * @param kind CSV, XLSX or JSON
 * @param encoding of its text; null for a workbook
 * @param separator between the cells of a line; null where there is none
 * @param headerRow where the headings stand; 0 for JSON
 * @param template every heading is that of the template or the name of a field: there is nothing to confirm
 * @param confirmed this layout was confirmed before
 * @param mapping the one that was confirmed, or what the columns probably mean
 * @param confidence see {@link org.chengxin.intake.control.MappingProposal}; empty where it was confirmed
 * @param unassigned headings of which nobody knows anything
 * @param rows the first ones, their cells in the order of the headings
 * @param unreadSheets further visible sheets, which are not read
 * @param corrects number of the lot whose rows it brings again, by its first row; null for none
 */
public record FilePreview(
        String kind,
        String encoding,
        Character separator,
        int headerRow,
        boolean template,
        boolean confirmed,
        HeaderMapping mapping,
        Map<String, Integer> confidence,
        List<String> unassigned,
        List<List<String>> rows,
        List<String> unreadSheets,
        String corrects) {

    /** The values of a column in the first rows, without blank ones. */
    public List<String> sample(int column) {
        return rows.stream()
                .filter(cells -> column < cells.size() && !cells.get(column).isBlank())
                .map(cells -> cells.get(column).strip())
                .toList();
    }
}
