package org.chengxin.api.view;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.intake.boundary.ReviewSample;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of the sample of a lot's review.
 *
 * @param nextCursor where to go on; absent at the end
 */
@Schema(
        name = "Sample",
        description = "批次审核的抽样 / the random sample of a lot's review",
        requiredProperties = {
            "items",
            "standard",
            "level",
            "aql",
            "codeLetter",
            "acceptanceNumber",
            "lotSize",
            "sampleSize",
            "seen",
            "seed",
            "drawnAt"
        })
public record SampleJson(
        List<Row> items,
        String nextCursor,

        @Schema(description = "抽样依据 / the standard by which the size follows", examples = ReviewSample.STANDARD)
        String standard,

        @Schema(
                description = "一般检验水平 / general inspection level",
                enumeration = {"I", "II", "III"})
        String level,

        @Schema(description = "接收质量限，每百条不合格数 / acceptance quality limit, rows in error in a hundred")
        BigDecimal aql,

        @Schema(description = "样本量字码 / code letter") String codeLetter,

        @Schema(description = "接收数，样本中不合格超过此数的应退回 / with more rows in error than this the lot goes back")
        int acceptanceNumber,

        @Schema(description = "无质量发现的行数 / rows of this review in which nothing was found")
        int lotSize,

        @Schema(description = "样本量 / rows of the sample") int sampleSize,

        @Schema(description = "本人已看的行数 / rows of it that the caller has looked at")
        int seen,

        @Schema(description = "随机种子：按 md5(种子:行号) 排序取前若干行 / the sample are the first rows by md5(seed:row), decimal")
        String seed,

        OffsetDateTime drawnAt) {

    /**
     * A row of the sample.
     *
     * @param content name of a field → value, in the item's order; codes by their words, personal values masked
     * @param seenAt when the caller first looked at it; absent in a review that ended before
     */
    @Schema(
            name = "SampleRow",
            requiredProperties = {"row", "content"})
    public record Row(
            @Schema(description = "文件中的行号，表头为第 1 行 / row in the file, the header being row 1")
            int row,

            String title,
            String subjectName,
            Map<String, String> content,
            OffsetDateTime seenAt) {

        static Row of(ReviewSample.Row row) {
            Map<String, String> content = new LinkedHashMap<>();
            row.fields().forEach(field -> content.put(field.name(), field.value()));
            return new Row(row.row(), row.title(), row.subjectName(), content, Moments.civil(row.seenAt()));
        }
    }

    public static SampleJson of(ReviewSample sample, String nextCursor) {
        return new SampleJson(
                sample.rows().stream().map(Row::of).toList(),
                nextCursor,
                ReviewSample.STANDARD,
                sample.level(),
                sample.limit(),
                sample.codeLetter(),
                sample.acceptance(),
                sample.lotSize(),
                sample.size(),
                sample.seen(),
                String.valueOf(sample.seed()),
                Moments.civil(sample.drawnAt()));
    }
}
