/**
 * How the interface says no: problem details of RFC 9457 with a code that stays, words in the caller's language that
 * say where and what to do, and nothing of the inside. One place decides, so that the same failure is told the same way
 * by a resource, in a list of results, at sign-in and where no resource was reached.
 */
package org.chengxin.api.problem;
