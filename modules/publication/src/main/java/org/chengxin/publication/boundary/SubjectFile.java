package org.chengxin.publication.boundary;

import java.util.Map;
import org.chengxin.kernel.Section;

/**
 * What a subject's page shows.
 *
 * @param sections the entries asked for; in the overview only sections that have any
 */
public record SubjectFile(PublicSubject subject, Map<Section, Page<RecordEntry>> sections) {}
