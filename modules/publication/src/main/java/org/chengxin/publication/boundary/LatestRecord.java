package org.chengxin.publication.boundary;

/**
 * A record in a list over all subjects, with whose it is.
 *
 * @param code unified social credit code of the subject; null for those without one
 */
public record LatestRecord(String publicId, String code, String name, PublicRecord record) {}
