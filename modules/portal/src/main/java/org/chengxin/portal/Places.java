package org.chengxin.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.publication.boundary.PublicLists;
import org.chengxin.publication.boundary.PublicLists.Division;

/** The places that a search or a list can be restricted to: each city with its counties. */
@Named("places")
@RequestScoped
public class Places {

    private static final int CITY_DIGITS = 4;

    @Inject
    PublicLists lists;

    private List<Group> groups;

    /**
     * A city, or the province.
     *
     * @param places itself first, then what lies in it
     */
    public record Group(Division itself, List<Division> places) {}

    /** Empty where no place has a name here. */
    public List<Group> getGroups() {
        if (groups == null) {
            groups = grouped(lists.divisions());
        }
        return groups;
    }

    static List<Group> grouped(List<Division> divisions) {
        Map<String, List<Division>> cities = new LinkedHashMap<>();
        divisions.forEach(
                division -> cities.computeIfAbsent(division.code().substring(0, CITY_DIGITS), code -> new ArrayList<>())
                        .add(division));
        return cities.values().stream()
                .map(places -> new Group(places.get(0), places))
                .toList();
    }
}
