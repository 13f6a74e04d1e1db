package org.chengxin.console;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.chengxin.workflow.boundary.FlowQuery;
import org.chengxin.workflow.boundary.ProcessFlow;
import org.chengxin.workflow.boundary.StepFigures;

/** The figures of {@code flow.xhtml} as CSV, durations in hours so that a spreadsheet can calculate with them. */
@WebServlet("/flow.csv")
public class FlowDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final double MILLIS_PER_HOUR = 3_600_000;

    @Inject
    transient ProcessFlow flow;

    @Inject
    transient ConsoleTexts texts;

    @Inject
    transient Formats formats;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        FlowQuery query = new FlowQuery(
                request.getParameter("process"),
                request.getParameter("organisation"),
                request.getParameter("item"),
                Positions.number(request.getParameter("days"), 0L).intValue());
        List<StepFigures> figures = Downloads.orRefused(response, () -> flow.figures(query));
        if (figures == null) {
            return;
        }
        Downloads.begin(response, "flow-" + query.process() + ".csv");
        Locale locale = texts.locale();
        PrintWriter out = response.getWriter();
        out.write(CsvText.BYTE_ORDER_MARK);
        out.write(CsvText.line(
                Words.text("task.step", locale),
                Words.text("flow.waiting", locale),
                Words.text("flow.overdue", locale),
                Words.text("flow.failed", locale),
                Words.text("flow.oldest", locale),
                Words.text("flow.through", locale),
                Words.text("flow.medianHours", locale),
                Words.text("flow.nineTenthsHours", locale)));
        for (StepFigures step : figures) {
            out.write(CsvText.line(
                    texts.element(step.element(), step.element()),
                    step.waiting(),
                    step.overdue(),
                    step.failed(),
                    formats.moment(step.oldest()),
                    step.through(),
                    hours(step.median()),
                    hours(step.nineTenths())));
        }
    }

    /** To the hundredth; null for what nobody knows. */
    private static Double hours(Duration time) {
        return time == null ? null : Math.round(time.toMillis() / MILLIS_PER_HOUR * 100) / 100.0;
    }
}
