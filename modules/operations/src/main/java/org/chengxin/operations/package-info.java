/** What monitoring programs ask. An own web application, because it has an address of its own beside the portal's. */
package org.chengxin.operations;
