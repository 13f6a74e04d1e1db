package org.chengxin.record.entity;

/** Something asked a record for a step that its state graph does not have: a fault of the caller, never of a user. */
public class IllegalTransition extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public IllegalTransition(RecordTransition transition, RecordState state) {
        super(transition + " is not possible in state " + state);
    }
}
