package org.chengxin.operations;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.workflow.boundary.Figure;
import org.chengxin.workflow.boundary.SystemFigures;

/** {@code GET /metrics}: 200 with the figures, 403 for other addresses, 503 while the database does not answer. */
@WebServlet(name = "Metrics", urlPatterns = "/*")
public class MetricsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient OperatorGate gate;

    @Inject
    transient SystemFigures figures;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!gate.admits(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        if (request.getPathInfo() != null && !request.getPathInfo().equals("/")) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        List<Figure> all = new ArrayList<>(MachineFigures.read());
        try {
            all.addAll(figures.read());
        } catch (IllegalStateException away) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
        response.setContentType(MetricsText.MEDIA_TYPE);
        response.getWriter().write(MetricsText.of(all));
    }
}
