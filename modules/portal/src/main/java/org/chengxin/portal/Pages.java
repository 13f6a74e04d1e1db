package org.chengxin.portal;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Section;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.publication.boundary.Place;
import org.chengxin.publication.boundary.PublicSubject;
import org.chengxin.publication.boundary.SubjectQuestion;
import org.chengxin.webkit.Address;
import org.chengxin.webkit.Preferences;

/**
 * The addresses of the portal. Each asks its page for what it shows before anything is written, so that what is not
 * there is a real 404, and then hands over to the view.
 */
@WebServlet(
        name = "Pages",
        urlPatterns = {"", "/search", "/subjects/*", "/lists/*", "/transparency"})
public class Pages extends HttpServlet {

    private static final long serialVersionUID = 1L;
    /** In characters, as the interface takes it. */
    private static final int LONGEST_SEARCH = 200;

    private static final String BY_ID = "id/";
    private static final Set<String> CHOICES = Set.of("lang", "contrast", "text");

    @Inject
    transient SearchPage searchPage;

    @Inject
    transient SubjectPage subjectPage;

    @Inject
    transient ListPage listPage;

    @Inject
    transient ApplicationClock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            switch (request.getServletPath()) {
                case "/search" -> search(request, response);
                case "/subjects" -> subject(request, response);
                case "/lists" -> list(request, response);
                case "/transparency" -> show("transparency", request, response);
                default -> start(request, response);
            }
        } catch (BusinessRefusal refusal) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private void start(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        listPage.showNewest(Section.ALERT);
        show("start", request, response);
    }

    private void search(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (isTooLong(request.getParameter("q"))) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        String section = request.getParameter("section");
        SubjectQuestion question = new SubjectQuestion(
                request.getParameter("q"),
                place(request),
                section == null ? null : Section.parse(section).orElse(null));
        searchPage.ask(question, request.getParameter("cursor"));
        show("search", request, response);
    }

    private void subject(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String asked = rest(request);
        String section = request.getParameter("section");
        String series = request.getParameter("series");
        String cursor = request.getParameter("cursor");
        Optional<Section> wanted = Section.parse(section);
        boolean byId = asked.startsWith(BY_ID);
        boolean found = (section == null || wanted.isPresent())
                && (byId
                        ? subjectPage.showById(asked.substring(BY_ID.length()), wanted.orElse(null), series, cursor)
                        : subjectPage.show(asked, wanted.orElse(null), series, cursor));
        if (!found) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String own = addressOf(subjectPage.getSubject());
        if (own.equals("/subjects/" + asked)) {
            show("subject", request, response);
        } else {
            String query = request.getQueryString();
            response.sendRedirect(request.getContextPath() + own + (query == null ? "" : "?" + query));
        }
    }

    private void list(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String name = rest(request);
        Optional<Section> section =
                Section.parse(name).filter(found -> found.pathName().equals(name));
        if (section.isEmpty() && !name.equals(ListPage.ALL)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        listPage.show(section.orElse(null), place(request), request.getParameter("cursor"));
        show("list", request, response);
    }

    /** Whether nothing can be meant by what is searched: no name is longer, and the page's own field takes no more. */
    static boolean isTooLong(String searched) {
        return searched != null && searched.length() > LONGEST_SEARCH;
    }

    /** The one address of a subject: by its present code, or by its public identifier where it has none. */
    static String addressOf(PublicSubject subject) {
        return subject.code() != null
                ? "/subjects/" + Address.segment(subject.code())
                : "/subjects/" + BY_ID + Address.segment(subject.publicId());
    }

    private static Place place(HttpServletRequest request) {
        return Place.parse(request.getParameter("place")).orElse(null);
    }

    private static String rest(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null || path.length() < 2 ? "" : path.substring(1);
    }

    private void show(String view, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        boolean choice = CHOICES.stream().anyMatch(name -> request.getParameter(name) != null);
        response.setHeader("Cache-Control", choice ? "no-store" : Freshness.cacheControl(clock.instant()));
        response.addHeader("Vary", "Cookie");
        response.setLocale(Preferences.of(request).locale());
        request.getRequestDispatcher("/views/" + view + ".xhtml").forward(request, response);
    }
}
