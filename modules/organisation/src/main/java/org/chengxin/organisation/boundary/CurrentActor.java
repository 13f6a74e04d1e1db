package org.chengxin.organisation.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;

/** The signed-in actor of this request, looked up once: roles and organisation are those of now and not of sign-in. */
@RequestScoped
public class CurrentActor {

    @Inject
    SecurityContext security;

    @Inject
    SignIn signIn;

    private Actor actor;

    /**
     * Who acts in this request.
     *
     * @throws BusinessRefusal FORBIDDEN NOT_SIGNED_IN if nobody is signed in or the account was closed in the meantime
     */
    public Actor get() {
        if (actor == null) {
            Principal principal = security.getCallerPrincipal();
            if (principal == null) {
                throw BusinessRefusal.forbidden("NOT_SIGNED_IN");
            }
            actor = signIn.actor(principal.getName()).orElseThrow(() -> BusinessRefusal.forbidden("NOT_SIGNED_IN"));
        }
        return actor;
    }
}
