package org.chengxin.intake.control;

import java.util.List;

/**
 * A file that cannot be taken as a table of rows. The boundary answers with 413, 415 or 422 and the text of the reason;
 * nothing of the file has been kept by then.
 */
public class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why; the name is the stable error code of the interface. */
    public enum Reason {
        /** No bytes, or no row below the header. */
        EMPTY(422),
        /** Not CSV, XLSX or JSON, or not what its media type says. */
        WRONG_TYPE(415),
        /** A workbook of before 2007 (.xls); saved as .xlsx or CSV it can be read. */
        OLD_WORKBOOK(415),
        /** Protected with a password. */
        ENCRYPTED(422),
        /** Unpacks to far more than a table would. */
        ZIP_BOMB(422),
        /** A part of the workbook declares a document type or entities. */
        XML_ENTITY(422),
        /** A cell is calculated; only its value may be sent. */
        FORMULA(422),
        /** Cells of the header are merged, so that a column has no heading of its own. */
        MERGED_HEADER(422),
        TOO_LARGE(413),
        TOO_MANY_ROWS(413),
        TOO_MANY_COLUMNS(413),
        /** One cell of more than {@link Limits#MAX_CELL_READ} characters, such as a quotation mark never closed makes. */
        CELL_TOO_LARGE(413),
        /** Text with NUL bytes. */
        NUL_BYTES(422),
        /** The file breaks off or contradicts its own format. */
        BROKEN(422),
        /** The first row is no header. */
        NO_HEADER(422),
        /** Neither UTF-8, UTF-16 with a mark, nor GB18030. */
        UNKNOWN_ENCODING(422);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        /** The status of the HTTP answer. */
        public int status() {
            return status;
        }

        /** The key of the text in the bundle {@code org.chengxin.intake.Messages}. */
        public String messageKey() {
            return "UnreadableFile." + name();
        }
    }

    private final Reason reason;
    private final transient List<String> details;

    public UnreadableFile(Reason reason, Object... details) {
        this(null, reason, details);
    }

    public UnreadableFile(Throwable cause, Reason reason, Object... details) {
        super(reason + " " + List.of(details), cause);
        this.reason = reason;
        this.details = List.of(details).stream().map(String::valueOf).toList();
    }

    public Reason reason() {
        return reason;
    }

    /** What the text is filled with: a cell's address, a limit, a type. Never a value of a row. */
    public List<String> details() {
        return details == null ? List.of() : details;
    }
}
