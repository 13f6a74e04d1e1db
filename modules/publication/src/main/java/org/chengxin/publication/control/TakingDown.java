package org.chengxin.publication.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import org.chengxin.record.boundary.RecordsEnded;

/**
 * Takes records whose period is over out of the projection, in the transaction that ends them. Nobody saw them any more:
 * the portal's query asks the date.
 */
@ApplicationScoped
public class TakingDown {

    void takeDown(@Observes RecordsEnded ended) {
        try {
            new ProjectionWriter(ended.connection()).remove(ended.recordNos());
        } catch (SQLException e) {
            throw new IllegalStateException("ended records could not be taken off the portal", e);
        }
    }
}
