package org.chengxin.subject.boundary;

import org.chengxin.kernel.Actor;

/**
 * Who says what is written into the register, kept beside every identifier, name and relation.
 *
 * @param actor who acted: the reviewer who approved a lot, or a person of the credit centre
 * @param organisationId the organisation that supplied it; null for none
 * @param submissionId the lot it came with; null for none
 */
public record SubjectSource(Actor actor, Long organisationId, Long submissionId) {

    /** What a person enters by hand. */
    public static SubjectSource byHand(Actor actor) {
        return new SubjectSource(actor, actor.organisationId(), null);
    }
}
