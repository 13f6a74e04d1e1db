package org.chengxin.console;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.chengxin.intake.boundary.RowView;
import org.chengxin.intake.boundary.Submissions;

/** The receipts of all rows of a lot as CSV, piece by piece. */
@WebServlet("/receipts.csv")
public class ReceiptsDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int CHUNK = 1000;

    @Inject
    transient Submissions submissions;

    @Inject
    transient ConsoleTexts texts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String no = request.getParameter("no");
        List<RowView> chunk = Downloads.orRefused(response, () -> submissions.rows(no, null, 0, CHUNK));
        if (chunk == null) {
            return;
        }
        Downloads.begin(response, "receipts-" + no + ".csv");
        Locale locale = texts.locale();
        PrintWriter out = response.getWriter();
        out.write(CsvText.BYTE_ORDER_MARK);
        out.write(CsvText.line(
                Words.text("finding.row", locale),
                Words.text("rows.outcome", locale),
                Words.text("rows.record", locale),
                Words.text("lots.state", locale),
                Words.text("rows.duplicate", locale),
                Words.text("rows.name", locale),
                Words.text("rows.subject", locale),
                Words.text("rows.findings", locale),
                Words.text("rows.suggestions", locale)));
        while (!chunk.isEmpty()) {
            for (RowView row : chunk) {
                out.write(line(row, locale));
            }
            chunk = chunk.size() < CHUNK
                    ? List.of()
                    : submissions.rows(no, null, chunk.get(chunk.size() - 1).row(), CHUNK);
        }
    }

    private static String line(RowView row, Locale locale) {
        return CsvText.line(
                row.row(),
                Words.text("RowOutcome." + row.outcome(), locale),
                row.recordNo(),
                row.recordState() == null ? null : Words.text("RecordState." + row.recordState(), locale),
                row.duplicate() ? Words.text("yes", locale) : null,
                row.title(),
                row.subjectName(),
                row.findings(),
                row.suggestions());
    }
}
