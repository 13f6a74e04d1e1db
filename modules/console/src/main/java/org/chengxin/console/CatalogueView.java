package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.boundary.CatalogueEntry;
import org.chengxin.organisation.boundary.OrganisationSummary;
import org.chengxin.organisation.boundary.Organisations;

/** The catalogue as it is live today: what is collected from whom, with every field. */
@Named("catalogueView")
@RequestScoped
public class CatalogueView {

    @Inject
    Catalogue catalogue;

    @Inject
    Organisations organisations;

    @Inject
    ConsoleTexts texts;

    @Inject
    Answers answers;

    private String item;
    private List<CatalogueEntry> items;
    private CatalogueEntry entry;
    private Map<Long, OrganisationSummary> suppliers;

    /** Reads the item that the address names, if it names one. */
    public void open() {
        if (item != null && !item.isBlank()) {
            entry = answers.orErrorPage(() -> catalogue.item(item));
        }
    }

    public List<CatalogueEntry> getItems() {
        if (items == null) {
            items = catalogue.items();
        }
        return items;
    }

    /** The item looked at; null for the list. */
    public CatalogueEntry getEntry() {
        return entry;
    }

    /** Who supplies an item, as a list for reading. */
    public String suppliers(CatalogueEntry of) {
        if (suppliers == null) {
            suppliers = organisations.all().stream()
                    .collect(Collectors.toMap(OrganisationSummary::id, organisation -> organisation));
        }
        return of.suppliers().stream()
                .map(supplier -> suppliers.get(supplier.organisationId()))
                .map(found -> texts.either(found.shortName(), found.nameEn()))
                .collect(Collectors.joining(texts.t("list.separator")));
    }

    public String getItem() {
        return item;
    }

    public void setItem(String item) {
        this.item = item;
    }
}
