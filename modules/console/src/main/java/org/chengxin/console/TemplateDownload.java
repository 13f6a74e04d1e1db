package org.chengxin.console;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.boundary.CatalogueEntry;
import org.chengxin.intake.control.Template;

/** The empty file that a department fills in for an item. */
@WebServlet("/template.csv")
public class TemplateDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Catalogue catalogue;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CatalogueEntry item = Downloads.orRefused(response, () -> catalogue.item(request.getParameter("item")));
        if (item != null) {
            Downloads.begin(response, item.code() + "-v" + item.definition().version() + ".csv");
            response.getWriter().write(Template.csv(item.definition()));
        }
    }
}
