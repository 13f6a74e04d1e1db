package org.chengxin.publication.control;

import java.util.function.Consumer;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.Organisations;
import org.chengxin.record.boundary.RecordsChanged;
import org.chengxin.subject.boundary.SubjectRegister;

/** The projector outside of a container. */
public final class Projections {

    private Projections() {}

    public static Consumer<RecordsChanged> with(
            Catalogue catalogue, Organisations organisations, SubjectRegister subjects, ApplicationClock clock) {
        Projector projector = new Projector();
        projector.catalogue = catalogue;
        projector.organisations = organisations;
        projector.subjects = subjects;
        projector.clock = clock;
        return projector::project;
    }
}
