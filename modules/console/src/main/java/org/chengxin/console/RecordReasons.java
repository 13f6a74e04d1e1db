package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.record.boundary.EventView;
import org.chengxin.record.boundary.RecordSheet;
import org.chengxin.record.boundary.RecordView;
import org.chengxin.record.boundary.Visibility;
import org.chengxin.record.entity.PeriodReckoning;
import org.chengxin.record.entity.SupplierStatement;
import org.chengxin.secrecy.boundary.Rulings;
import org.chengxin.workflow.boundary.DecisionRule;
import org.chengxin.workflow.boundary.DecisionRules;

/** Why everybody sees a record, or not, or until which day: the conditions with their values, and who or what decided. */
@Named("recordReasons")
@RequestScoped
public class RecordReasons {

    @Inject
    RecordFile file;

    @Inject
    DecisionRules rules;

    @Inject
    Rulings officers;

    @Inject
    CurrentUser me;

    @Inject
    ConsoleTexts texts;

    @Inject
    Formats formats;

    /**
     * A condition of being public.
     *
     * @param state met, unmet or none (it is no condition)
     */
    public record Condition(String name, String value, String state) {}

    /** A name and a value. */
    public record Line(String name, String value) {}

    /**
     * Something that was decided.
     *
     * @param rule table and row, empty where a person decided
     * @param description what that row says; empty where it is not known any more
     * @param citation the basis; where a person decided, the step in which that was
     * @param reason in the words of that person; null for a rule
     * @param inputs what the table was asked with
     */
    public record Ruling(
            String topic,
            String result,
            String rule,
            String description,
            String citation,
            String reason,
            List<Line> inputs) {}

    /** One sentence. */
    public String getVerdict() {
        Visibility visibility = visibility();
        if (visibility.visible()) {
            return visibility.endsOn() == null
                    ? texts.t("why.public")
                    : texts.f("why.public.until", formats.day(visibility.endsOn()));
        }
        List<String> reasons = new ArrayList<>();
        if (!visibility.scopeIsPublic()) {
            reasons.add(texts.f("why.not.scope", texts.name("DisclosureScope", visibility.scope())));
        }
        if (!visibility.published()) {
            reasons.add(texts.f("why.not.state", texts.name("RecordState", visibility.state())));
        }
        if (!visibility.running()) {
            reasons.add(texts.f("why.not.day", formats.day(visibility.endsOn())));
        }
        if (visibility.person()) {
            reasons.add(texts.t("why.not.subject"));
        }
        return texts.f("why.hidden", String.join(texts.t("why.and"), reasons));
    }

    /** The conditions, all of which have to hold, and what is none. */
    public List<Condition> getConditions() {
        Visibility visibility = visibility();
        return List.of(
                condition("why.scope", texts.name("DisclosureScope", visibility.scope()), visibility.scopeIsPublic()),
                condition("why.state", texts.name("RecordState", visibility.state()), visibility.published()),
                condition("why.day", day(visibility), visibility.running()),
                condition(
                        "why.subject",
                        texts.name("SubjectKind", record().subject().kind()),
                        !visibility.person()),
                new Condition(
                        texts.t("why.disputed"),
                        texts.t(visibility.disputed() ? "why.disputed.yes" : "why.disputed.no"),
                        "none"));
    }

    private String day(Visibility visibility) {
        return visibility.endsOn() == null
                ? texts.f("why.day.noEnd", formats.day(visibility.today()))
                : texts.f2("why.day.value", formats.day(visibility.today()), formats.day(visibility.endsOn()));
    }

    private Condition condition(String name, String value, boolean met) {
        return new Condition(texts.t(name), value, met ? "met" : "unmet");
    }

    /** What decided section, scope, limit and period. */
    public List<Ruling> getRulings() {
        RecordView record = record();
        List<Ruling> rulings = new ArrayList<>();
        rulings.add(ruling(
                "record.section",
                record.section() == null ? texts.t("record.open") : texts.name("Section", record.section()),
                record.section() == null ? null : record.sectionRule(),
                "RaiseToAlert".equals(record.sectionRule()) ? "RaiseToAlert" : "ApplySection",
                inputs().section()));
        rulings.addAll(scopeRulings());
        rulings.add(ruling("record.endsOn", endsOn(), record.endsRule(), null, inputs().period()));
        return rulings;
    }

    /** The scope that was stated, and what limits it: the tables are asked one after the other, one decided. */
    private List<Ruling> scopeRulings() {
        RecordView record = record();
        String scope = texts.name("DisclosureScope", record.scope());
        boolean limited = record.scopeRule() != null && record.scopeRule().startsWith("disclosure-limit#");
        boolean byRule = record.scopeRule() != null && record.scopeRule().startsWith("disclosure-");
        List<Ruling> rulings = new ArrayList<>();
        if (limited) {
            rulings.add(new Ruling(
                    texts.t("record.scope"),
                    texts.name("DisclosureScope", DisclosureScope.PUBLIC),
                    "",
                    texts.t("why.limited"),
                    "",
                    null,
                    inputs().scope()));
            rulings.add(ruling("why.limit", scope, record.scopeRule(), null, inputs().limit()));
        } else {
            rulings.add(ruling("record.scope", scope, record.scopeRule(), "ApplyRuling", inputs().scope()));
            if (byRule && record.scope() == DisclosureScope.PUBLIC) {
                rulings.add(ruling(
                        "why.limit", texts.t("why.limit.none"), "disclosure-limit#no-limit", null, inputs().limit()));
            }
        }
        return rulings;
    }

    private Ruling ruling(String topic, String result, String rule, String personalStep, List<Line> inputs) {
        RuleAnswer answer = RuleAnswer.parse(rule);
        String description = answer.row().isEmpty() ? "" : description(answer.row());
        return new Ruling(
                texts.t(topic),
                result,
                answer.row(),
                description,
                "ApplyRuling".equals(personalStep) && answer.row().isEmpty()
                        ? rulingBasis(rule)
                        : formats.citation(rule),
                answer.row().isEmpty() && personalStep != null ? reason(personalStep) : null,
                inputs);
    }

    /** The step in which an officer ruled, and the law that was named there, for those who may read rulings. */
    private String rulingBasis(String rule) {
        String step = formats.citation(rule);
        return me.isReadsRulings() && rule != null
                ? officers.on(record().recordNo()).stream()
                        .findFirst()
                        .map(ruling -> texts.f2("why.ruled", step, ruling.legalBasis()))
                        .orElse(step)
                : step;
    }

    /** What a row says in the language of the page; nothing where the tables have no such row any more. */
    private String description(String key) {
        return rules.find(key)
                .map(rule -> texts.name("DecisionRule." + rule.table(), rule.row()))
                .orElse("");
    }

    /** The reason that a person gave, from the event of the step that took the decision over. */
    private String reason(String step) {
        return file.getSheet().run().stream()
                .filter(event -> step.equals(event.activity()))
                .map(EventView::reason)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** How the last visible day was reckoned, step by step; empty where no rule was asked yet. */
    public List<Line> getReckoning() {
        RecordView record = record();
        if (record.endsRule() == null) {
            return List.of();
        }
        Optional<DecisionRule> rule =
                rules.find(RuleAnswer.parse(record.endsRule()).row());
        PeriodReckoning reckoning = new PeriodReckoning(
                record.decidedOn(), rule.map(DecisionRule::maxMonths).orElse(null), stated().endsOn());
        List<Line> lines = new ArrayList<>();
        lines.add(line("record.decidedOn", formats.day(record.decidedOn())));
        lines.add(line(
                "why.longest",
                reckoning.maxMonths() == null
                        ? texts.t("why.longest.none")
                        : texts.f2(
                                "why.longest.value",
                                reckoning.maxMonths(),
                                reckoning.latest() == null ? "—" : formats.day(reckoning.latest()))));
        lines.add(line(
                "why.statedEnd",
                reckoning.stated() == null ? texts.t("why.notStated") : formats.day(reckoning.stated())));
        lines.add(line("why.lastDay", texts.f("why.lastDay.value", endsOn())));
        if (record.endsOn() != null) {
            lines.add(line(
                    "why.hiddenFrom",
                    texts.f("why.hiddenFrom.value", formats.day(visibility().hiddenFrom()))));
        }
        return lines;
    }

    private String endsOn() {
        RecordView record = record();
        if (record.endsOn() != null) {
            return formats.day(record.endsOn());
        }
        return texts.t(record.endsRule() == null ? "record.open" : "record.noEnd");
    }

    private Line line(String key, String value) {
        return new Line(texts.t(key), value);
    }

    private RuleInputs inputs() {
        return new RuleInputs(texts, formats, record(), reasons());
    }

    private Visibility visibility() {
        return file.getSheet().visibility();
    }

    private RecordSheet.Reasons reasons() {
        return file.getSheet().reasons();
    }

    private SupplierStatement stated() {
        return reasons().stated();
    }

    private RecordView record() {
        return file.getRecord();
    }
}
