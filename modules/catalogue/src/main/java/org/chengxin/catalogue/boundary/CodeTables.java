package org.chengxin.catalogue.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.io.StringReader;
import java.util.List;
import org.chengxin.catalogue.definition.CodeTableCheck;
import org.chengxin.catalogue.definition.CodeTableDefinition;
import org.chengxin.catalogue.definition.DefinitionCheck;
import org.chengxin.catalogue.definition.DefinitionFault;
import org.chengxin.catalogue.entity.CodeTable;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.sql.KeyTaken;
import org.chengxin.organisation.boundary.AdministrationLog;
import org.chengxin.organisation.boundary.AdministrationLog.ObjectKind;

/** The code tables, and the conversions of sources' codes into standard ones (E18, E20). */
@Stateless
@PermitAll
public class CodeTables {

    /**
     * A table.
     *
     * @param tag changes with every change of it
     */
    public record CodeTableFile(CodeTableDefinition definition, String tag) {}

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    Catalogue catalogue;

    @Inject
    AdministrationLog log;

    /** All tables by their codes. */
    public List<CodeTableFile> all() {
        return em.createNamedQuery("CodeTable.all", CodeTable.class)
                .getResultStream()
                .map(CodeTables::file)
                .toList();
    }

    /**
     * A table.
     *
     * @throws BusinessRefusal NOT_FOUND CODE_TABLE_UNKNOWN
     */
    public CodeTableFile get(String code) {
        CodeTable table = em.find(CodeTable.class, code);
        if (table == null) {
            throw BusinessRefusal.notFound("CODE_TABLE_UNKNOWN", code);
        }
        return file(table);
    }

    /**
     * Puts a table, a new one or in the place of the present one; no value may get lost.
     *
     * @param tag of the table as the editor saw it; null to put whatever there is now
     * @throws DefinitionRefused INVALID DEFINITION_INVALID, everything that is wrong with it
     * @throws BusinessRefusal CONFLICT CONCURRENT_CHANGE; GONE_STALE STALE
     */
    @RolesAllowed(Role.Names.CATALOGUE_EDITOR)
    public CodeTableFile put(String code, JsonObject json, String tag) {
        List<DefinitionFault> faults = CodeTableCheck.faults(json, code, catalogue.codeTables());
        if (!faults.isEmpty()) {
            throw new DefinitionRefused(code, faults);
        }
        CodeTableDefinition definition =
                CodeTableDefinition.fromJson(Json.createObjectBuilder(DefinitionCheck.withoutNulls(json))
                        .add("code", code)
                        .build());
        CodeTable table = em.find(CodeTable.class, code, LockModeType.PESSIMISTIC_WRITE);
        if (tag != null && (table == null || !tag.equals(tag(table)))) {
            throw BusinessRefusal.stale("STALE");
        }
        if (table == null) {
            table = new CodeTable(code);
            table.define(definition.name(), definition.toJson().toString());
            em.persist(table);
        } else if (file(table).definition().equals(definition)) {
            return file(table);
        } else {
            table.define(definition.name(), definition.toJson().toString());
        }
        try {
            em.flush();
        } catch (PersistenceException failure) {
            throw KeyTaken.or(failure);
        }
        log.add("PUT", ObjectKind.CODE_TABLE, code, JsonObject.EMPTY_JSON_OBJECT);
        return file(table);
    }

    private static CodeTableFile file(CodeTable table) {
        try (JsonReader reader = Json.createReader(new StringReader(table.definition()))) {
            return new CodeTableFile(CodeTableDefinition.fromJson(reader.readObject()), tag(table));
        }
    }

    private static String tag(CodeTable table) {
        return String.valueOf(table.revision());
    }
}
