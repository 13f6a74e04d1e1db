/**
 * Time as the law counts it: dates in Asia/Shanghai, working days with the make-up days (调休) of the State Council's
 * yearly notices, and every legal deadline from one place with the clause it stands on. The clock is handed in, so that
 * a demonstration can run ahead and a test can stand still.
 */
package org.chengxin.kernel.time;
