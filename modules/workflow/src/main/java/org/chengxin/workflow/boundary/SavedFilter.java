package org.chengxin.workflow.boundary;

/**
 * A filter of the inbox under a name.
 *
 * @param query the address of the list behind its question mark
 */
public record SavedFilter(long id, String name, String query) {}
