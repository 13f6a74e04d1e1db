package org.chengxin.portal;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Pattern;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.publication.boundary.PublicLists;
import org.chengxin.publication.boundary.PublicLists.SubjectAddress;
import org.chengxin.webkit.Address;

/**
 * What search engines read (sitemaps.org, RFC 9309): {@code /robots.txt}, {@code /sitemap.xml} with the parts of the site
 * map, and {@code /sitemap/subjects.xml?from=…&before=…}, one part. A part has half as many addresses as a part may have,
 * so that it stays valid while subjects are added; it is written as it is read.
 */
@WebServlet(
        name = "SiteMap",
        urlPatterns = {"/robots.txt", "/sitemap.xml", "/sitemap/*"})
public class SiteMap extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int IN_PART = 25_000;
    private static final String NAMESPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";
    private static final Pattern PUBLIC_ID = Pattern.compile("[0-9A-Za-z-]{1,64}");
    private static final String ROBOTS = """
            User-agent: *
            Disallow: /search
            Disallow: /suggest
            Disallow: /enterprise/
            Disallow: /console/
            Disallow: /api/

            Sitemap: %s
            """;
    private static final List<String> PAGES =
            List.of("/", "/lists/latest", "/lists/alert", "/lists/warning", "/lists/good");

    @Inject
    transient PublicLists lists;

    @Inject
    transient Address address;

    @Inject
    transient ApplicationClock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // without a configured address the answer repeats the caller's Host header, and is for nobody else
        response.setHeader(
                "Cache-Control",
                address.isConfigured() ? Freshness.cacheControl(clock.instant()) : Freshness.FOR_THE_CALLER);
        if (request.getServletPath().equals("/robots.txt")) {
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write(ROBOTS.formatted(address.absolute("/sitemap.xml")));
            return;
        }
        String part = request.getPathInfo() == null ? "" : request.getPathInfo();
        switch (part) {
            case "" -> index(xml(response));
            case "/pages.xml" -> pages(xml(response));
            case "/subjects.xml" -> subjects(request, response);
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static PrintWriter xml(HttpServletResponse response) throws IOException {
        response.setContentType("application/xml;charset=UTF-8");
        PrintWriter out = response.getWriter();
        out.println("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        return out;
    }

    private void index(PrintWriter out) {
        out.println("<sitemapindex" + NAMESPACE + ">");
        entry(out, "sitemap", "/sitemap/pages.xml");
        List<String> beginnings = lists.beginnings(IN_PART);
        for (int i = 0; i < beginnings.size(); i++) {
            boolean last = i + 1 == beginnings.size();
            entry(
                    out,
                    "sitemap",
                    "/sitemap/subjects.xml?from=" + beginnings.get(i)
                            + (last ? "" : "&amp;before=" + beginnings.get(i + 1)));
        }
        out.println("</sitemapindex>");
    }

    private void pages(PrintWriter out) {
        out.println("<urlset" + NAMESPACE + ">");
        PAGES.forEach(page -> entry(out, "url", page));
        out.println("</urlset>");
    }

    private void subjects(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String from = request.getParameter("from");
        String before = request.getParameter("before");
        if (from == null
                || !PUBLIC_ID.matcher(from).matches()
                || (before != null && !PUBLIC_ID.matcher(before).matches())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        PrintWriter out = xml(response);
        out.println("<urlset" + NAMESPACE + ">");
        lists.addresses(from, before, subject -> entry(out, "url", path(subject)));
        out.println("</urlset>");
    }

    private static String path(SubjectAddress subject) {
        return subject.code() != null
                ? "/subjects/" + Address.segment(subject.code())
                : "/subjects/id/" + Address.segment(subject.publicId());
    }

    private void entry(PrintWriter out, String element, String path) {
        out.println("<" + element + "><loc>" + address.absolute(path) + "</loc></" + element + ">");
    }
}
