package org.chengxin.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.organisation.boundary.AdministrationLog;
import org.chengxin.organisation.boundary.OrganisationDraft;
import org.chengxin.organisation.boundary.OrganisationRegister;
import org.chengxin.organisation.boundary.OrganisationRegister.OrganisationFile;
import org.chengxin.organisation.entity.Organisation.Kind;
import org.chengxin.organisation.entity.Organisation.Level;
import org.chengxin.organisation.entity.Organisation.Regime;

/** The administrator's list of organisations, and the form for one of them or a new one. */
@Named("organisationsView")
@ViewScoped
public class OrganisationsView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    OrganisationRegister register;

    @Inject
    ConsoleTexts texts;

    @Inject
    Answers answers;

    private String code;
    private String newCode;
    private String name;
    private String shortName;
    private String nameEn;
    private String kind = Kind.DEPARTMENT.name();
    private String level = Level.MUNICIPAL.name();
    private String division;
    private String parent;
    private String regime;
    private String tag = AdministrationLog.NEW;
    private String problem;
    private transient List<OrganisationFile> all;

    /** Reads the list, and into the form the organisation that the address names. */
    public void open() {
        all = answers.orErrorPage(register::all);
        if (all == null || code == null || code.isBlank() || name != null) {
            return;
        }
        OrganisationFile file = answers.orErrorPage(() -> register.get(code));
        if (file != null) {
            newCode = code;
            name = file.summary().name();
            shortName = file.summary().shortName();
            nameEn = file.summary().nameEn();
            kind = file.summary().kind().name();
            level = file.summary().level().name();
            division = file.summary().divisionCode();
            parent = file.parent();
            regime = file.summary().regime() == null
                    ? null
                    : file.summary().regime().name();
            tag = file.tag();
        }
    }

    /** Puts what the form says. */
    public void put() {
        problem = null;
        try {
            register.put(
                    newCode == null ? "" : newCode.strip(),
                    new OrganisationDraft(name, shortName, nameEn, kind, level, division, parent, regime),
                    tag);
            answers.leadTo("organisations.xhtml", "notice", "put");
        } catch (BusinessRefusal refusal) {
            problem = texts.refusal(refusal);
        }
    }

    public List<OrganisationFile> getAll() {
        if (all == null) {
            all = register.all();
        }
        return all;
    }

    public Kind[] getKinds() {
        return Kind.values();
    }

    public Level[] getLevels() {
        return Level.values();
    }

    public Regime[] getRegimes() {
        return Regime.values();
    }

    public String getRegime() {
        return regime;
    }

    public void setRegime(String regime) {
        this.regime = regime;
    }

    public String getProblem() {
        return problem;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getNewCode() {
        return newCode;
    }

    public void setNewCode(String newCode) {
        this.newCode = newCode;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getShortName() {
        return shortName;
    }

    public void setShortName(String shortName) {
        this.shortName = shortName;
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(String nameEn) {
        this.nameEn = nameEn;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getLevel() {
        return level;
    }

    public void setLevel(String level) {
        this.level = level;
    }

    public String getDivision() {
        return division;
    }

    public void setDivision(String division) {
        this.division = division;
    }

    public String getParent() {
        return parent;
    }

    public void setParent(String parent) {
        this.parent = parent;
    }
}
