package org.chengxin.api.view;

import java.time.OffsetDateTime;
import java.util.List;
import org.chengxin.intake.boundary.UnmatchedGroup;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of the credit centre's queue, by name.
 *
 * @param nextCursor where to go on; absent at the end
 */
@Schema(
        name = "UnmatchedList",
        description = "待匹配队列 / rows whose subject nobody found, by what they say of it",
        requiredProperties = {"items"})
public record UnmatchedList(List<Group> items, String nextCursor) {

    /**
     * Rows that name the same subject.
     *
     * @param id opaque, for the address of the group
     * @param code masked where it is a person's number; absent for none
     * @param ambiguous more than one registered subject fits
     * @param oldest when the oldest of their lots came
     */
    @Schema(
            name = "UnmatchedGroup",
            requiredProperties = {"id", "name", "ambiguous", "rows", "lots", "oldest"})
    public record Group(
            String id,
            String name,
            String code,
            boolean ambiguous,
            int rows,
            int lots,
            OffsetDateTime oldest,
            String suppliers) {

        static Group of(UnmatchedGroup group) {
            return new Group(
                    group.id(),
                    group.name(),
                    group.code().isEmpty() ? null : group.code(),
                    group.ambiguous(),
                    group.rows(),
                    group.lots(),
                    Moments.civil(group.oldest()),
                    group.suppliers());
        }
    }

    /** A page; the cursor is the last group's id where further ones follow. */
    public static UnmatchedList of(List<UnmatchedGroup> page, boolean further) {
        return new UnmatchedList(
                page.stream().map(Group::of).toList(),
                further ? page.get(page.size() - 1).id() : null);
    }
}
