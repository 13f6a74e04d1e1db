package org.chengxin.api;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which page of a list is wanted; the same for every list. */
public class PageParameters {

    @Parameter(
            description = "每页条数，1 至 200，超出则取边界 / entries a page, clamped to 1–200",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    @QueryParam("limit")
    String limit;

    @Parameter(description = "上一页的 nextCursor，原样传回 / nextCursor of the page before, as it came")
    @QueryParam("cursor")
    String cursor;

    /** See {@link Paging#limit}. */
    int limit() {
        return Paging.limit(limit);
    }

    /** A cursor that a boundary reads itself; null means the beginning. */
    String cursor() {
        return cursor == null || cursor.isBlank() ? null : cursor;
    }

    /** See {@link Paging#keys}. */
    long[] keys(String list, int count) {
        return Paging.keys(cursor, list, count);
    }
}
