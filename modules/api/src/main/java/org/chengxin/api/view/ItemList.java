package org.chengxin.api.view;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All items; there are some dozens, so they come in one piece. */
@Schema(
        name = "CatalogueItemList",
        requiredProperties = {"items"})
public record ItemList(List<ItemJson> items) {}
