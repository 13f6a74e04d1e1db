/** Who may see a record: what the rules say, and the rulings of officers where they say nothing. */
package org.chengxin.secrecy.boundary;
