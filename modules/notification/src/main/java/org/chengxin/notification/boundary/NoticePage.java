package org.chengxin.notification.boundary;

import java.util.List;

/**
 * A page of somebody's notices, latest first.
 *
 * @param next where the next page begins; null at the end
 */
public record NoticePage(List<NoticeView> notices, String next) {}
