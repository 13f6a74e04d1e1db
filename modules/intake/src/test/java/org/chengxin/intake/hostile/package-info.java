/**
 * A corpus of hostile and odd files, made by code so that none has to be stored, each with the answer that is expected
 * of the reader. It is used beside the reader and against a running server.
 */
package org.chengxin.intake.hostile;
