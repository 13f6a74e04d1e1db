/** Organisations that supply, use and supervise, and the people who act for them. */
package org.chengxin.organisation.entity;
