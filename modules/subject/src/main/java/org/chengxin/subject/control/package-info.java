/** Matching and registering subjects in sets. */
package org.chengxin.subject.control;
