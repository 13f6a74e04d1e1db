package org.chengxin.console;

import java.util.List;
import org.chengxin.record.boundary.RecordSheet;
import org.chengxin.record.boundary.RecordView;
import org.chengxin.record.entity.SupplierStatement;

/** What the decision tables were asked with about a record, in words: as it is kept with the record. */
final class RuleInputs {

    private final ConsoleTexts texts;
    private final Formats formats;
    private final RecordView record;
    private final RecordSheet.Reasons reasons;
    private final SupplierStatement stated;

    RuleInputs(ConsoleTexts texts, Formats formats, RecordView record, RecordSheet.Reasons reasons) {
        this.texts = texts;
        this.formats = formats;
        this.record = record;
        this.reasons = reasons;
        this.stated = reasons.stated();
    }

    /** Of conduct-class.dmn. */
    List<RecordReasons.Line> section() {
        return List.of(
                line("why.itemRule", texts.name("SectionRule", reasons.itemRule())),
                line("why.severity", stated("Severity", stated.severity())),
                line("why.kind", plain(stated.kind())));
    }

    /** Of disclosure-scope.dmn. */
    List<RecordReasons.Line> scope() {
        return List.of(
                line(
                        "why.row",
                        stated.scopeColumn() ? stated("DisclosureScope", stated.rowScope()) : texts.t("why.noColumn")),
                line("why.lot", stated("DisclosureScope", stated.lotScope())),
                line("why.standing", stated("DisclosureScope", stated.standingScope())),
                line("why.person", yes(stated.personalSubject())));
    }

    /** Of disclosure-limit.dmn. */
    List<RecordReasons.Line> limit() {
        return List.of(
                line("why.itemRule", texts.name("SectionRule", reasons.itemRule())),
                line("why.regime", stated("OrganisationRegime", stated.regime())),
                line("why.kind", plain(stated.kind())));
    }

    /** Of disclosure-period.dmn. */
    List<RecordReasons.Line> period() {
        return List.of(
                line("why.negative", yes(reasons.negative())),
                line("why.severity", stated("Severity", stated.severity())),
                line(
                        "record.decidedOn",
                        record.decidedOn() == null ? texts.t("why.notStated") : formats.day(record.decidedOn())),
                line("why.historic", yes(record.historic())),
                line("why.regime", stated("OrganisationRegime", stated.regime())),
                line("why.kind", plain(stated.kind())));
    }

    private String stated(String code, Object value) {
        return value == null ? texts.t("why.notStated") : texts.name(code, value);
    }

    private String plain(String value) {
        return value == null ? texts.t("why.notStated") : value;
    }

    private String yes(boolean value) {
        return texts.t(value ? "yes" : "no");
    }

    private RecordReasons.Line line(String key, String value) {
        return new RecordReasons.Line(texts.t(key), value);
    }
}
