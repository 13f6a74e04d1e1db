package org.chengxin.console;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Forms are sent to the address that their page has, with what it is about. So a page that comes back with something to
 * correct can be reloaded and bookmarked, and one that expired can be returned to.
 */
public class AddressKept extends ViewHandlerWrapper {

    /**
     * What a page is about: a task and the list that it was opened from, a lot or record, an item, a file or text that
     * waits, the lot that is corrected, rows of a lot, what was searched, where a review is.
     */
    private static final List<String> PARAMETERS = List.of(
            "id",
            "no",
            "item",
            "draft",
            "corrects",
            "outcome",
            "rule",
            "row",
            "s",
            "flagged",
            "sample",
            "list",
            "undo");

    private static final String INBOX = "/inbox.xhtml";

    public AddressKept(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        StringBuilder url = new StringBuilder(getWrapped().getActionURL(context, viewId));
        Map<String, String> asked = context.getExternalContext().getRequestParameterMap();
        if (INBOX.equals(viewId)) {
            url.append('?').append(InboxAddress.of(asked).text());
            // the decision that the list offers to undo is no part of the list
            asked = asked.containsKey("undo") ? Map.of("undo", asked.get("undo")) : Map.of();
        }
        for (String parameter : PARAMETERS) {
            String value = asked.get(parameter);
            if (value != null) {
                url.append(url.indexOf("?") < 0 ? '?' : '&').append(parameter).append('=');
                url.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return url.toString();
    }
}
