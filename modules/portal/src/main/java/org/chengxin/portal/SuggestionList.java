package org.chengxin.portal;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.publication.boundary.PublicRegister;
import org.chengxin.publication.boundary.Suggestion;
import org.chengxin.webkit.Address;

/**
 * What the search box offers while somebody types: {@code /suggest?q=} answers with a JSON array of
 * {@code {name, code, former, address}}. The page works without it.
 */
@WebServlet(name = "SuggestionList", urlPatterns = "/suggest")
public class SuggestionList extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient PublicRegister register;

    @Inject
    transient ApplicationClock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Pages.isTooLong(request.getParameter("q"))) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", Freshness.cacheControl(clock.instant()));
        response.setHeader("X-Robots-Tag", "noindex");
        response.getWriter().write(json(register.suggest(request.getParameter("q")), request.getContextPath()));
    }

    static String json(List<Suggestion> suggestions, String context) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (Suggestion suggestion : suggestions) {
            JsonObjectBuilder json = Json.createObjectBuilder().add("name", suggestion.name());
            if (suggestion.code() != null) {
                json.add("code", suggestion.code());
            }
            if (suggestion.formerName() != null) {
                json.add("former", suggestion.formerName());
            }
            String address = suggestion.code() != null
                    ? "/subjects/" + Address.segment(suggestion.code())
                    : "/subjects/id/" + Address.segment(suggestion.publicId());
            array.add(json.add("address", context + address));
        }
        return array.build().toString();
    }
}
