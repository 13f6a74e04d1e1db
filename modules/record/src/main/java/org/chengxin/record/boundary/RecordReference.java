package org.chengxin.record.boundary;

/** A record as a task needs it: whose it is, and who reviewed it (four eyes). */
public record RecordReference(String recordNo, String title, Long organisationId, Long subjectId, String reviewedBy) {}
