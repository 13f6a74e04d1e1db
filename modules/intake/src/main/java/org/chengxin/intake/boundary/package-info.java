/** Sending lots, following them, and the steps that the process takes with them. */
package org.chengxin.intake.boundary;
