package org.chengxin.webkit;

/** A piece of a name: found by the search, or between what was found. */
public record Part(String text, boolean hit) {}
