package org.chengxin.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.Serializable;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.chengxin.catalogue.boundary.CatalogueAdministration;
import org.chengxin.catalogue.boundary.DefinitionRefused;
import org.chengxin.catalogue.boundary.ItemFile;
import org.chengxin.catalogue.definition.DefinitionCheck;
import org.chengxin.catalogue.definition.DefinitionFault;
import org.chengxin.catalogue.definition.DefinitionTexts;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.organisation.boundary.OrganisationSummary;
import org.chengxin.organisation.boundary.Organisations;

/** A catalogue editor writes a definition, has it checked, sees its fields, and puts it; and names suppliers. */
@Named("catalogueEditing")
@ViewScoped
public class CatalogueEditing implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    CatalogueAdministration administration;

    @Inject
    Organisations organisations;

    @Inject
    ConsoleTexts texts;

    @Inject
    Answers answers;

    private String item;
    private String code;
    private String json;
    private String tag;
    private String supplier;
    private String problem;
    private transient ItemFile file;
    private transient List<DefinitionFault> faults;
    private transient ItemDefinition preview;

    /** Shows the newest version of the item that the address names, to go on from; or nothing, for a new item. */
    public void open() {
        if (answers.orErrorPage(() -> administration.codes()) == null) {
            return;
        }
        if (item != null && !item.isBlank()) {
            file = answers.orErrorPage(() -> administration.item(item));
            if (file != null && json == null) {
                code = file.code();
                tag = file.tag();
                json = pretty(without(file.newest().definition().toJson(), "version"));
            }
        }
    }

    /** Says what is wrong with the definition, or shows its fields. */
    public void check() {
        JsonObject definition = definition();
        if (definition != null) {
            faults = administration.faults(code, definition);
            if (faults.isEmpty()) {
                preview = ItemDefinition.fromJson(
                        Json.createObjectBuilder(DefinitionCheck.withoutNulls(without(definition, "effectiveFrom")))
                                .add("code", code)
                                .build());
            }
        }
    }

    /** Puts the definition; leads on to the item. */
    public void put() {
        JsonObject definition = definition();
        if (definition == null) {
            return;
        }
        try {
            administration.put(code, definition, tag);
            answers.leadTo("catalogue-edit.xhtml", "item", code, "notice", "put");
        } catch (DefinitionRefused refused) {
            faults = refused.faults();
        } catch (BusinessRefusal refusal) {
            problem = texts.refusal(refusal);
        }
    }

    /** Lets an organisation supply the item. */
    public void addSupplier() {
        try {
            administration.addSupplier(item, supplier, null);
            answers.leadTo("catalogue-edit.xhtml", "item", item, "notice", "put");
        } catch (BusinessRefusal refusal) {
            problem = texts.refusal(refusal);
        }
    }

    private JsonObject definition() {
        problem = null;
        code = code == null ? "" : code.strip();
        try (JsonReader reader = Json.createReader(new StringReader(json == null ? "" : json))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException noObject) {
            problem = texts.t("edit.noJson");
            return null;
        }
    }

    private static JsonObject without(JsonObject object, String member) {
        return Json.createObjectBuilder(object).remove(member).build();
    }

    private static String pretty(JsonObject object) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString().strip();
    }

    /** A fault in words. */
    public String words(DefinitionFault fault) {
        return DefinitionTexts.of(fault, texts.locale());
    }

    /** Everybody who could supply the item. */
    public List<OrganisationSummary> getOrganisations() {
        return organisations.all();
    }

    /** The name of an organisation by its key. */
    public String organisation(Long id) {
        OrganisationSummary found = organisations.get(id);
        return texts.either(found.name(), found.nameEn());
    }

    public ItemFile getFile() {
        if (file == null && item != null && !item.isBlank()) {
            file = administration.item(item);
        }
        return file;
    }

    public List<DefinitionFault> getFaults() {
        return faults;
    }

    public ItemDefinition getPreview() {
        return preview;
    }

    public String getProblem() {
        return problem;
    }

    public String getItem() {
        return item;
    }

    public void setItem(String item) {
        this.item = item;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getJson() {
        return json;
    }

    public void setJson(String json) {
        this.json = json;
    }

    public String getSupplier() {
        return supplier;
    }

    public void setSupplier(String supplier) {
        this.supplier = supplier;
    }
}
