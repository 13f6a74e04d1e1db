package org.chengxin.intake.control;

import java.util.List;

/** The rows of a file of one format, before anything is known of a header. */
interface RawRows extends AutoCloseable {

    /** The cells of the next row, or null at the end; no cell is null. */
    List<String> read();

    /** The number of the row read last, counted from 1 and not necessarily without gaps. */
    int number();

    /** What the file turned out to be. */
    SourceForm form();

    @Override
    void close();
}
