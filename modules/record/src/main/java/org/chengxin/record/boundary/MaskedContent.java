package org.chengxin.record.boundary;

import java.util.List;
import java.util.Map;
import org.chengxin.catalogue.definition.CodeTableDefinition;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.record.control.ContentFields;

/** Content that is no record yet, shown as the page of a record would show it: codes by their words, personal values masked. */
public final class MaskedContent {

    private final ItemDefinition item;
    private final Map<String, CodeTableDefinition> codeTables;

    /** @param codeTables by their code */
    public MaskedContent(ItemDefinition item, Map<String, CodeTableDefinition> codeTables) {
        this.item = item;
        this.codeTables = codeTables;
    }

    /**
     * The values that are there, in the order of the item.
     *
     * @param json an object by field names
     * @param person whether it is about a natural person, whose name is personal too
     */
    public List<RecordSheet.Field> fields(String json, boolean person) {
        return content(person).fields(new ContentFields.Content(item, json));
    }

    /**
     * What differs from an earlier content.
     *
     * @param earlier the item by which the earlier content is kept
     */
    public List<RecordSheet.Line> changes(ItemDefinition earlier, String before, String after, boolean person) {
        return content(person)
                .compare(new ContentFields.Content(earlier, before), new ContentFields.Content(item, after))
                .stream()
                .filter(RecordSheet.Line::changed)
                .toList();
    }

    /** A title that was made from a content, without the personal values that went into it. */
    public String title(String title, String json, boolean person) {
        return content(person).title(title, new ContentFields.Content(item, json));
    }

    private ContentFields content(boolean person) {
        return new ContentFields(codeTables, true, person);
    }
}
