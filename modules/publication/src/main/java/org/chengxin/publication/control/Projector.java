package org.chengxin.publication.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.definition.CodeTableDefinition;
import org.chengxin.catalogue.definition.FieldType;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.text.Masking;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.organisation.boundary.OrganisationSummary;
import org.chengxin.organisation.boundary.Organisations;
import org.chengxin.record.boundary.RecordsChanged;
import org.chengxin.record.entity.CreditRecord;
import org.chengxin.record.entity.RecordState;
import org.chengxin.subject.boundary.SubjectRegister;
import org.chengxin.subject.boundary.SubjectView;

/**
 * Keeps the projection what the records are, in the transaction that changes them: PUBLISHED records stand in it, all
 * others do not. Natural persons and their records never do, whatever their state (浙江条例 15条: natural persons' public
 * credit information is not disclosed).
 */
@ApplicationScoped
public class Projector {

    @Inject
    Catalogue catalogue;

    @Inject
    Organisations organisations;

    @Inject
    SubjectRegister subjects;

    @Inject
    ApplicationClock clock;

    void project(@Observes RecordsChanged changed) {
        List<CreditRecord> published =
                changed.records().stream().filter(this::mayBeShown).toList();
        try {
            Map<Long, SubjectView> views = subjects.views(
                    published.stream().map(CreditRecord::subjectId).collect(Collectors.toSet()));
            List<CreditRecord> shown = published.stream()
                    .filter(record -> isShown(views.get(record.subjectId())))
                    .toList();
            ProjectionWriter writer = new ProjectionWriter(changed.connection());
            writer.remove(numbersWithout(changed.records(), shown));
            if (!shown.isEmpty()) {
                writer.show(subjectRows(shown, views), recordRows(shown, views, changed), clock.instant());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("records could not be published", e);
        }
    }

    /** The state already says so; a record whose period is over is not written again while it waits for its end. */
    private boolean mayBeShown(CreditRecord record) {
        return record.state() == RecordState.PUBLISHED
                && record.scope() == DisclosureScope.PUBLIC
                && !record.disclosure().overAt(clock.instant());
    }

    private static boolean isShown(SubjectView subject) {
        return subject != null && subject.kind().mayBePublic();
    }

    private static List<String> numbersWithout(List<CreditRecord> all, List<CreditRecord> shown) {
        Set<String> visible = shown.stream().map(CreditRecord::recordNo).collect(Collectors.toSet());
        return all.stream()
                .map(CreditRecord::recordNo)
                .filter(no -> !visible.contains(no))
                .toList();
    }

    private static List<ProjectionWriter.SubjectRow> subjectRows(
            List<CreditRecord> records, Map<Long, SubjectView> views) {
        Set<Long> ids =
                records.stream().map(CreditRecord::subjectId).collect(Collectors.toCollection(LinkedHashSet::new));
        return ids.stream()
                .map(views::get)
                .map(view -> new ProjectionWriter.SubjectRow(
                        view.publicId(),
                        view.code(),
                        view.name(),
                        view.formerNames(),
                        view.otherCodes(),
                        view.kind().name(),
                        view.divisionCode(),
                        view.status()))
                .toList();
    }

    private List<ProjectionWriter.RecordRow> recordRows(
            List<CreditRecord> records, Map<Long, SubjectView> views, RecordsChanged changed) throws SQLException {
        Map<Long, String> contents = new HashMap<>(changed.contents());
        List<CreditRecord> unknown = records.stream()
                .filter(record -> !contents.containsKey(record.id()))
                .toList();
        if (!unknown.isEmpty()) {
            contents.putAll(contents(unknown, changed.connection()));
        }
        Map<Long, ItemDefinition> items = new HashMap<>();
        Map<Long, OrganisationSummary> suppliers = new HashMap<>();
        for (CreditRecord record : records) {
            items.computeIfAbsent(record.origin().itemVersionId(), catalogue::definition);
            suppliers.computeIfAbsent(record.organisationId(), organisations::get);
        }
        ContentProjection projection = new ContentProjection(codeTables(items));
        List<ProjectionWriter.RecordRow> rows = new ArrayList<>(records.size());
        for (CreditRecord record : records) {
            ItemDefinition item = items.get(record.origin().itemVersionId());
            ContentProjection.Projected shown = projection.project(item, record.title(), contents.get(record.id()));
            OrganisationSummary supplier = suppliers.get(record.organisationId());
            rows.add(new ProjectionWriter.RecordRow(
                    record.recordNo(),
                    views.get(record.subjectId()).publicId(),
                    record.section(),
                    record.itemCode(),
                    item.name(),
                    item.nameEn(),
                    shown.title(),
                    supplier.name(),
                    supplier.nameEn(),
                    record.legalBasis() == null ? null : Masking.maskNumbersIn(record.legalBasis()),
                    record.decidedOn(),
                    CivilTime.dateOf(record.disclosure().publishedAt().toInstant()),
                    record.endsOn(),
                    record.disputed(),
                    shown.series(),
                    shown.fields()));
        }
        return rows;
    }

    private Map<String, CodeTableDefinition> codeTables(Map<Long, ItemDefinition> items) {
        boolean needed = items.values().stream()
                .flatMap(item -> item.fields().stream())
                .anyMatch(field -> field.type() == FieldType.CODE && field.disclosed());
        return needed ? catalogue.codeTables() : Map.of();
    }

    /** The current content version of each record, by the record's key. */
    private static Map<Long, String> contents(List<CreditRecord> records, Connection connection) throws SQLException {
        Map<Long, String> contents = new HashMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT c.record_id, c.content::text FROM registry.record_content c"
                        + " JOIN unnest(?::bigint[], ?::integer[]) AS x(record_id, version)"
                        + " ON c.record_id = x.record_id AND c.version = x.version")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "int8", records.stream().map(CreditRecord::id).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "int4",
                            records.stream().map(CreditRecord::contentVersion).toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    contents.put(row.getLong(1), row.getString(2));
                }
            }
        }
        return contents;
    }
}
