package org.chengxin.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request that the pages answer as GET, whatever of the answer is sent. */
final class AskedAsGet extends HttpServletRequestWrapper {

    AskedAsGet(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getMethod() {
        return "GET";
    }
}
