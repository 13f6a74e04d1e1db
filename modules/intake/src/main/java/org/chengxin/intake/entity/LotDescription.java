package org.chengxin.intake.entity;

import org.chengxin.kernel.DisclosureScope;

/**
 * What is known of a lot when it is taken.
 *
 * @param channel API or CONSOLE
 * @param scope said for the whole lot; null for nothing
 * @param historicDocument number of the document by which a superior approved a historic import (F20); null for none
 * @param mapping JSON of the mapping used
 */
public record LotDescription(
        Long itemId,
        String itemCode,
        Long itemVersionId,
        String channel,
        String fileName,
        String mediaType,
        String contentSha256,
        long sizeBytes,
        String idempotencyKey,
        DisclosureScope scope,
        String historicDocument,
        String mapping) {}
