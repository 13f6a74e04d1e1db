/** The credit record aggregate: what it is, what may happen to it, and the event that each step leaves. */
package org.chengxin.record.entity;
