/** A lot that a department sent, and where it stands. */
package org.chengxin.intake.entity;
