/** What the departments of the demonstration city send: one class per kind of information, each making its lots. */
package org.chengxin.demonstration.lots;
