package org.chengxin.console;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chengxin.intake.boundary.LotCorrections;
import org.chengxin.intake.boundary.RowToCorrect;
import org.chengxin.intake.boundary.SubmissionView;
import org.chengxin.intake.boundary.Submissions;

/** The rows that a lot lost, as a file that can be mended and sent again, with what was found in each beside it. */
@WebServlet("/lost-rows.csv")
public class LostRowsDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int CHUNK = 1000;

    @Inject
    transient LotCorrections corrections;

    @Inject
    transient Submissions submissions;

    @Inject
    transient ConsoleTexts texts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String no = request.getParameter("no");
        List<String> header = Downloads.orRefused(response, () -> corrections.header(no == null ? "" : no));
        if (header == null) {
            return;
        }
        SubmissionView lot = submissions.get(no);
        Downloads.begin(response, "to-correct-" + no + ".csv");
        Locale locale = texts.locale();
        PrintWriter out = response.getWriter();
        out.write(CsvText.BYTE_ORDER_MARK);
        out.write(CsvText.line(header.toArray()));
        List<RowToCorrect> chunk = corrections.rows(no, 0, CHUNK);
        while (!chunk.isEmpty()) {
            for (RowToCorrect row : chunk) {
                List<String> cells = new ArrayList<>(List.of(row.reference(), found(row, lot, locale)));
                cells.addAll(row.cells());
                out.write(CsvText.line(cells.toArray()));
            }
            chunk = chunk.size() < CHUNK
                    ? List.of()
                    : corrections.rows(no, chunk.get(chunk.size() - 1).row(), CHUNK);
        }
    }

    /** What was found in a row; of a lot that went back as a whole, what its reviewer said. */
    private static String found(RowToCorrect row, SubmissionView lot, Locale locale) {
        String found = row.findings().stream()
                .map(finding -> Words.finding(finding, locale))
                .collect(Collectors.joining(" "));
        return found.isEmpty() && lot.reviewReason() != null
                ? Words.format("lost.returned", locale, lot.reviewReason())
                : found;
    }
}
