package org.chengxin.api.problem;

import jakarta.json.bind.Jsonb;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.chengxin.api.JsonFormat;

/** Writes a problem where no resource is at work: at sign-in, and where the container itself refuses. */
public final class ProblemAnswer {

    private static final Jsonb JSON = JsonFormat.jsonb();

    private ProblemAnswer() {}

    /** The problem as JSON in UTF-8. */
    public static byte[] bytes(Problem problem) {
        return JSON.toJson(problem).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Answers with the problem; nothing may have been sent before.
     *
     * @param locale of its words
     */
    public static void send(HttpServletResponse response, Problem problem, Locale locale) throws IOException {
        byte[] body = bytes(problem);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Content-Language", locale.toLanguageTag());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
