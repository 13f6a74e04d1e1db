package org.chengxin.console;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.Dependent;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.chengxin.kernel.BusinessRefusal;

/** How a view answers when it has nothing to show: with the page that says so, or by leading on to another view. */
@Dependent
public class Answers implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * What a boundary gives, or null after the answer has become a page that says why not: 404 for what the caller may
     * not know of, 403 for what the role does not allow.
     */
    public <T> T orErrorPage(Supplier<T> call) {
        try {
            return call.get();
        } catch (BusinessRefusal refusal) {
            error(status(refusal));
        } catch (EJBAccessException refused) {
            error(HttpServletResponse.SC_FORBIDDEN);
        }
        return null;
    }

    /** How a refusal is answered where nothing else can be shown. */
    static int status(BusinessRefusal refusal) {
        return switch (refusal.kind()) {
            case FORBIDDEN -> HttpServletResponse.SC_FORBIDDEN;
            case INVALID -> HttpServletResponse.SC_BAD_REQUEST;
            default -> HttpServletResponse.SC_NOT_FOUND;
        };
    }

    /**
     * The same, for things of which nobody may hear that there are any unless they may see them: also a role that may see
     * none of them gets 404.
     */
    public <T> T orMissing(Supplier<T> call) {
        return orErrorPage(() -> {
            try {
                return call.get();
            } catch (EJBAccessException refused) {
                throw BusinessRefusal.notFound("NOT_FOUND");
            }
        });
    }

    /** What a boundary gives, or null where this caller may not have it; for a part of a page. */
    public <T> T orNothing(Supplier<T> call) {
        try {
            return call.get();
        } catch (BusinessRefusal | EJBAccessException refused) {
            return null;
        }
    }

    /** The answer is an error page. */
    public void error(int status) {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().responseSendError(status, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    /**
     * Leads on to another view, so that a reload sends nothing twice.
     *
     * @param view such as {@code lot.xhtml}
     * @param parameters name, value, name, value …; null values are left out
     */
    public void leadTo(String view, String... parameters) {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        StringBuilder target =
                new StringBuilder(external.getRequestContextPath()).append('/').append(view);
        char separator = '?';
        for (int i = 0; i < parameters.length; i += 2) {
            if (parameters[i + 1] != null) {
                target.append(separator).append(parameters[i]).append('=');
                target.append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
                separator = '&';
            }
        }
        try {
            external.redirect(target.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
