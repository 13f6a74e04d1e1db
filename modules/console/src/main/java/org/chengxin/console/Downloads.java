package org.chengxin.console;

import jakarta.ejb.EJBAccessException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.chengxin.kernel.BusinessRefusal;

/** How a file that a browser shall keep and not show is answered, or refused. */
final class Downloads {

    private Downloads() {}

    /**
     * What a boundary gives, or null after the answer has become 404 for what the caller may not know of, 403 for what the
     * role does not allow, or 400.
     */
    static <T> T orRefused(HttpServletResponse response, Supplier<T> call) throws IOException {
        try {
            return call.get();
        } catch (BusinessRefusal refusal) {
            response.sendError(Answers.status(refusal));
        } catch (EJBAccessException refused) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
        return null;
    }

    /**
     * Begins a CSV file in UTF-8.
     *
     * @param fileName made of our own numbers and codes; what else it holds becomes an underscore
     */
    static void begin(HttpServletResponse response, String fileName) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + fileName.replaceAll("[^A-Za-z0-9._-]", "_") + "\"");
    }
}
