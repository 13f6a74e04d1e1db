package org.chengxin.api.view;

import java.util.List;
import org.chengxin.publication.boundary.SearchAnswer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a search found, closest and shortest names first.
 *
 * @param nextCursor where to go on; absent at the end
 */
@Schema(
        name = "PublicSubjectList",
        requiredProperties = {"items"})
public record PublicSubjectList(List<PublicSubjectJson> items, String nextCursor) {

    public static PublicSubjectList of(SearchAnswer answer) {
        return new PublicSubjectList(
                answer.hits().items().stream()
                        .map(hit -> PublicSubjectJson.of(hit.subject(), hit.matchedFormerName()))
                        .toList(),
                answer.hits().nextCursor());
    }
}
