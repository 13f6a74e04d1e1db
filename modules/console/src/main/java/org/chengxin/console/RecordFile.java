package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.chengxin.record.boundary.EventView;
import org.chengxin.record.boundary.RecordView;
import org.chengxin.record.boundary.Records;

/** A record: what it says and about whom, where that came from, who may see it and why, and its life. */
@Named("recordFile")
@RequestScoped
public class RecordFile {

    @Inject
    Records records;

    @Inject
    Answers answers;

    private String no;
    private RecordView record;
    private List<EventView> events = List.of();

    /** Reads the record that the address names. */
    public void open() {
        record = answers.orErrorPage(() -> records.get(no == null ? "" : no));
        if (record != null) {
            events = records.history(no);
        }
    }

    public RecordView getRecord() {
        return record;
    }

    /** Every event, oldest first. */
    public List<EventView> getEvents() {
        return events;
    }

    public String getNo() {
        return no;
    }

    public void setNo(String no) {
        this.no = no;
    }
}
