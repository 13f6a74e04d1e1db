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
import org.chengxin.intake.boundary.FindingView;
import org.chengxin.intake.boundary.Submissions;

/** All findings of a lot as CSV, page by page, so that a million of them take no more memory than a thousand. */
@WebServlet("/findings.csv")
public class FindingsDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int CHUNK = 1000;

    @Inject
    transient Submissions submissions;

    @Inject
    transient ConsoleTexts texts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String no = request.getParameter("no");
        List<FindingView> chunk = Downloads.orRefused(response, () -> submissions.findings(no, 0, -1, CHUNK));
        if (chunk == null) {
            return;
        }
        Downloads.begin(response, "findings-" + no + ".csv");
        Locale locale = texts.locale();
        PrintWriter out = response.getWriter();
        out.write(CsvText.BYTE_ORDER_MARK);
        out.write(CsvText.line(
                Words.text("finding.row", locale),
                Words.text("finding.field", locale),
                Words.text("finding.value", locale),
                Words.text("finding.rule", locale),
                Words.text("finding.severity", locale),
                Words.text("finding.message", locale),
                Words.text("finding.suggestion", locale)));
        while (!chunk.isEmpty()) {
            for (FindingView finding : chunk) {
                out.write(CsvText.line(
                        finding.row(),
                        finding.field(),
                        finding.value(),
                        finding.rule(),
                        Words.text("FindingSeverity." + finding.severity(), locale),
                        Words.finding(finding, locale),
                        finding.suggestion()));
            }
            FindingView last = chunk.get(chunk.size() - 1);
            chunk = chunk.size() < CHUNK ? List.of() : submissions.findings(no, last.row(), last.seq(), CHUNK);
        }
    }
}
