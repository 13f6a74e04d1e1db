/** What a load balancer and the run command ask: whether the server lives, and whether it takes work. */
package org.chengxin.api.health;
