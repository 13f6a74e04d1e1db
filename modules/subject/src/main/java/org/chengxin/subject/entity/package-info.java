/** Whom information is about: enterprises and others, their identifiers and names over time. */
package org.chengxin.subject.entity;
