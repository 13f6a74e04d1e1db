/** The pages as people meet them: in a browser, on a desk and on a telephone, in both languages. */
package org.chengxin.system.browser;
