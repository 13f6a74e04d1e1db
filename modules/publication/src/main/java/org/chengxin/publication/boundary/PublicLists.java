package org.chengxin.publication.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import org.chengxin.kernel.Section;
import org.chengxin.publication.control.PublicDay;
import org.chengxin.publication.control.RecordReading;
import org.chengxin.publication.control.SubjectAddresses;

/** What is public over all subjects, today by the application's clock; cursors and limits as in {@link PublicRegister}. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PublicLists {

    @Inject
    PublicDay day;

    /**
     * The newest visible records.
     *
     * @param section null for all sections
     * @param place null for all places
     */
    public Page<LatestRecord> latest(Section section, Place place, String cursor, int limit) {
        return day.read((connection, today) ->
                new RecordReading(connection, today).latest(section, place, cursor, PublicRegister.clamp(limit)));
    }

    /** The places by which lists can be restricted, by code; a city stands before what lies in it. */
    public List<Division> divisions() {
        return day.read((connection, today) -> new SubjectAddresses(connection, today).divisions());
    }

    /**
     * Where the parts of a list of all subjects begin: the public identifier of every so many-th of them.
     *
     * @param inPart how many subjects a part has
     */
    public List<String> beginnings(int inPart) {
        return day.read((connection, today) -> new SubjectAddresses(connection, today).beginnings(inPart));
    }

    /**
     * Tells every visible subject of a part, with memory for some hundreds of them.
     *
     * @param from where the part begins
     * @param before where the next part begins; null for the last one
     * @param each gets the code and the public identifier of one subject after the other
     */
    public void addresses(String from, String before, Consumer<SubjectAddress> each) {
        day.read((connection, today) -> {
            new SubjectAddresses(connection, today).tell(from, before, each);
            return null;
        });
    }

    /**
     * A county, city or province (GB/T 2260).
     *
     * @param code six digits
     */
    public record Division(String code, String name, String nameEn) {}

    /**
     * What the address of a subject's page is made of.
     *
     * @param code unified social credit code; null for those without one
     */
    public record SubjectAddress(String publicId, String code) {}
}
