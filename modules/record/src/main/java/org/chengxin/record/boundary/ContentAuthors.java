package org.chengxin.record.boundary;

import org.chengxin.kernel.Actor;

/** Who has put a hand to the content of a record, which only those know who took it in. */
public interface ContentAuthors {

    /**
     * Four eyes: refuses whoever sent the lot that the record's content came with, and whoever has ever settled its row.
     *
     * @throws org.chengxin.kernel.BusinessRefusal FORBIDDEN FOUR_EYES
     */
    void refuseDecisionBy(String recordNo, Actor actor);
}
