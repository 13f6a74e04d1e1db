package org.chengxin.console;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chengxin.intake.boundary.Draft;
import org.chengxin.intake.boundary.Drafts;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.organisation.boundary.CurrentActor;

/** What a page's script says and asks while somebody types: keep this, what was kept, forget it. */
@WebServlet("/draft")
public class DraftKeeping extends HttpServlet {

    private static final long serialVersionUID = 1L;
    /** Characters of what is sent; a form of the longest fields has less. */
    private static final int LONGEST = 1_000_000;

    private static final int PIECE = 8192;

    @Inject
    transient Drafts drafts;

    @Inject
    transient CurrentActor currentActor;

    /** What a page asks: so and so of what was typed there. */
    private interface Wish {
        JsonObject answer() throws IOException;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, () -> {
            Optional<Draft> found = drafts.find(kind(request.getParameter("kind")), text(request.getParameter("key")));
            JsonObjectBuilder values = Json.createObjectBuilder();
            found.ifPresent(draft -> draft.values().forEach(values::add));
            return Json.createObjectBuilder()
                    .add("version", found.map(Draft::version).orElse(0))
                    .add("values", values)
                    .build();
        });
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (sentByAForm(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        answer(request, response, () -> {
            JsonObject sent = body(request.getReader());
            int version = drafts.save(
                    kind(sent.getString("kind", "")),
                    sent.getString("key", ""),
                    sent.getString("about", ""),
                    values(sent),
                    sent.getInt("version", 0));
            return Json.createObjectBuilder().add("version", version).build();
        });
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (sentByAForm(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        answer(request, response, () -> {
            drafts.drop(kind(request.getParameter("kind")), text(request.getParameter("key")));
            return Json.createObjectBuilder().add("version", 0).build();
        });
    }

    /** A form of another site cannot add a header; a script of another site would have to ask first, and is refused. */
    private static boolean sentByAForm(HttpServletRequest request) {
        return !"draft".equals(request.getHeader("X-Requested-With"));
    }

    /** A page of somebody who signed out, or was followed by another person in this browser, is refused. */
    private void refuseOthers(HttpServletRequest request) {
        String whose = request.getHeader("X-Draft-Of");
        if (whose == null
                || !URLDecoder.decode(whose, StandardCharsets.UTF_8)
                        .equals(currentActor.get().username())) {
            throw BusinessRefusal.forbidden("NOT_SIGNED_IN");
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Wish wish) throws IOException {
        JsonObject answer;
        try {
            refuseOthers(request);
            answer = wish.answer();
        } catch (BusinessRefusal refusal) {
            response.setStatus(
                    switch (refusal.kind()) {
                        case CONFLICT, GONE_STALE -> HttpServletResponse.SC_CONFLICT;
                        case FORBIDDEN -> HttpServletResponse.SC_FORBIDDEN;
                        default -> HttpServletResponse.SC_BAD_REQUEST;
                    });
            answer = Json.createObjectBuilder().add("code", refusal.code()).build();
        } catch (JsonException | ClassCastException | IllegalArgumentException notUnderstood) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            answer = Json.createObjectBuilder().add("code", "PARAMETER_INVALID").build();
        }
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getWriter().write(answer.toString());
    }

    private static JsonObject body(Reader reader) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] piece = new char[PIECE];
        for (int n = reader.read(piece); n > 0; n = reader.read(piece)) {
            text.append(piece, 0, n);
            if (text.length() > LONGEST) {
                throw new IllegalArgumentException("more than a form holds");
            }
        }
        try (JsonReader json = Json.createReader(new StringReader(text.toString()))) {
            return json.readObject();
        }
    }

    private static Map<String, String> values(JsonObject sent) {
        Map<String, String> values = new LinkedHashMap<>();
        if (sent.containsKey("values")) {
            sent.getJsonObject("values").forEach((field, value) -> values.put(field, ((JsonString) value).getString()));
        }
        return values;
    }

    private static Draft.Kind kind(String name) {
        return Draft.Kind.valueOf(text(name));
    }

    private static String text(String parameter) {
        return parameter == null ? "" : parameter;
    }
}
