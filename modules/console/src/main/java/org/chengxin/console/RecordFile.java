package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.chengxin.catalogue.definition.FieldType;
import org.chengxin.record.boundary.RecordSheet;
import org.chengxin.record.boundary.RecordSheets;
import org.chengxin.record.boundary.RecordView;
import org.chengxin.webkit.Part;
import org.chengxin.webkit.Writing;

/** A record: what it says and about whom, where that came from, how it changed, who may see it and why, and its life. */
@Named("recordFile")
@RequestScoped
public class RecordFile {

    @Inject
    RecordSheets sheets;

    @Inject
    ConsoleTexts texts;

    @Inject
    Writing writing;

    @Inject
    Answers answers;

    private String no;
    private String before;
    private String after;
    private String events;
    private String personal;
    private RecordSheet sheet;

    /** Reads the record that the address names. */
    public void open() {
        sheet = answers.orMissing(() -> sheets.sheet(new RecordSheet.Wish(
                no == null ? "" : no,
                version(before),
                version(after),
                Positions.key(events, 0L),
                "1".equals(personal))));
    }

    /** Reads a record for another page, its present content beside the one before; null where the caller may not see it. */
    public RecordSheet read(String recordNo) {
        if (sheet == null || !recordNo.equals(no)) {
            no = recordNo;
            sheet = answers.orNothing(() -> sheets.sheet(new RecordSheet.Wish(recordNo, null, null, 0, false)));
        }
        return sheet;
    }

    private static Integer version(String text) {
        Long number = Positions.number(text, null);
        return number == null ? null : number.intValue();
    }

    public RecordSheet getSheet() {
        return sheet;
    }

    public RecordView getRecord() {
        return sheet == null ? null : sheet.record();
    }

    /** Fields that differ between the two versions. */
    public List<RecordSheet.Line> getChanged() {
        return sheet.comparison().lines().stream()
                .filter(RecordSheet.Line::changed)
                .toList();
    }

    /** Fields that are the same in the two versions. */
    public List<RecordSheet.Line> getUnchanged() {
        return sheet.comparison().lines().stream()
                .filter(line -> !line.changed())
                .toList();
    }

    /** The earlier value, cut where it differs from the later one. */
    public List<Part> earlier(RecordSheet.Line line) {
        return Difference.of(shown(line.before()), shown(line.after()));
    }

    /** The later value, cut where it differs from the earlier one. */
    public List<Part> later(RecordSheet.Line line) {
        return Difference.of(shown(line.after()), shown(line.before()));
    }

    /** Whether two values differ and look the same, because they are masked. */
    public boolean hiddenChange(RecordSheet.Line line) {
        return line.changed() && Objects.equals(shown(line.before()), shown(line.after()));
    }

    private String shown(RecordSheet.Field field) {
        if (field == null) {
            return null;
        }
        return field.valueEn() == null
                ? writing.value(field.type(), field.value())
                : texts.either(field.value(), field.valueEn());
    }

    /** Whether a value is shown in the groups of its code. */
    public boolean isCode(RecordSheet.Field field) {
        return FieldType.valueOf(field.type()).isSubjectCode() && field.value().indexOf('*') < 0;
    }

    /** Whether this is a later page of the events. */
    public boolean isContinued() {
        return Positions.key(events, 0L) > 0;
    }

    public String getNo() {
        return no;
    }

    public void setNo(String no) {
        this.no = no;
    }

    public String getBefore() {
        return before;
    }

    /** The content version on the left; what is no number is the one before the other. */
    public void setBefore(String before) {
        this.before = before;
    }

    public String getAfter() {
        return after;
    }

    /** The content version on the right; what is no number is the current one. */
    public void setAfter(String after) {
        this.after = after;
    }

    public String getEvents() {
        return events;
    }

    /** The event after which the events go on; what is no number begins with the first. */
    public void setEvents(String events) {
        this.events = events;
    }

    public String getPersonal() {
        return personal;
    }

    /** 1 to see personal values, for those who may. */
    public void setPersonal(String personal) {
        this.personal = personal;
    }
}
