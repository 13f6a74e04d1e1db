package org.chengxin.demonstration.lots;

import java.util.List;

/** Makes the lots of one kind of information. */
interface LotSource {

    /** @return the same lots for the same city, in the order in which their department sends them. */
    List<Lot> lots(City city);
}
