package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.workflow.boundary.SavedFilter;
import org.chengxin.workflow.boundary.SavedFilters;

/** The filters that somebody saved under a name: offered, saved and deleted beside the inbox. */
@Named("inboxFilters")
@RequestScoped
public class InboxFilters {

    @Inject
    SavedFilters saved;

    @Inject
    InboxView inbox;

    @Inject
    ConsoleTexts texts;

    @Inject
    Answers answers;

    private String name;
    private String problem;
    private List<SavedFilter> filters;

    public List<SavedFilter> getFilters() {
        if (filters == null) {
            filters = saved.list();
        }
        return filters;
    }

    /** Whether this filter is what the page shows. */
    public boolean shown(SavedFilter filter) {
        return filter.query().equals(inbox.getQuery());
    }

    /** Saves what the page shows under the name that was typed. */
    public void save() {
        try {
            saved.save(name, inbox.getQuery());
            back("filterSaved");
        } catch (BusinessRefusal refusal) {
            problem = refusal.code().equals("REQUIRED")
                    ? texts.f("FormError.REQUIRED", texts.t("inbox.filter.name"))
                    : texts.refusal(refusal);
        }
    }

    /** Deletes a filter; what the page shows stays. */
    public void delete(long id) {
        saved.delete(id);
        back("filterDeleted");
    }

    private void back(String notice) {
        answers.leadTo("inbox.xhtml?" + inbox.getQuery() + "&notice=" + notice);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getProblem() {
        return problem;
    }
}
