package org.chengxin.publication.boundary;

/**
 * A subject that may be meant by what is typed so far.
 *
 * @param code unified social credit code; null for those without one
 * @param formerName the former name that was found, where today's name does not match; else null
 */
public record Suggestion(String publicId, String code, String name, String formerName) {}
