/** What the launcher knows: settings from the environment, generated secrets, where data lies. */
package org.chengxin.launcher.entity;
