package org.chengxin.publication.control;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.chengxin.subject.boundary.SubjectsMerged;

/**
 * A subject that turned out to be another leaves the projection with its records, before these are projected again with
 * the subject they belong to: its codes and names are then free for that one.
 */
@ApplicationScoped
public class MergedSubjects {

    private static final String OF_MERGED =
            " WHERE public_id IN (SELECT public_id FROM registry.subject WHERE id = ANY (?))";

    void leave(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) SubjectsMerged merged) {
        try {
            for (String table : new String[] {"public_record", "public_subject_code", "public_subject"}) {
                try (PreparedStatement statement =
                        merged.connection().prepareStatement("DELETE FROM publication." + table + OF_MERGED)) {
                    statement.setArray(
                            1,
                            merged.connection()
                                    .createArrayOf(
                                            "int8",
                                            merged.merges().stream()
                                                    .map(SubjectsMerged.Merge::from)
                                                    .toArray()));
                    statement.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("merged subjects could not be taken off the portal", e);
        }
    }
}
