package org.chengxin.publication.boundary;

/**
 * A subject that a search found.
 *
 * @param matchedFormerName the former name that was found, where today's name does not match; else null
 */
public record SubjectHit(PublicSubject subject, String matchedFormerName) {}
