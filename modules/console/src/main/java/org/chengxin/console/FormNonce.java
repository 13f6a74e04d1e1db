package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import org.primefaces.context.PrimeFacesContext;

/**
 * What a form has to send back so that its page can be shown again with what is to be corrected. PrimeFaces adds it by its
 * own script, which pages without its components do not load; without it they end in an error.
 */
@Named("formNonce")
@RequestScoped
public class FormNonce {

    /** The nonce of this view. */
    public String getValue() {
        return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
    }
}
