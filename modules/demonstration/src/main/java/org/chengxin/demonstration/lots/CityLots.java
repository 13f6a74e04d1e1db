package org.chengxin.demonstration.lots;

import java.time.LocalDate;
import java.util.List;

/** Everything that the departments of the city have sent, as on a day. */
public final class CityLots {

    private static final List<LotSource> SOURCES = List.of(
            new EnvironmentLots(),
            new UtilityLots(),
            new TaxLots(),
            new RegistrationLots(),
            new LicenceLots(),
            new PenaltyLots(),
            new LabourLots(),
            new CourtLots(),
            new BankLots(),
            new ScienceLots(),
            new QualityLots(),
            new PoliceLots());

    private final City city;

    private CityLots(City city) {
        this.city = city;
    }

    /** @param day the day on which the city is made, by the application's clock; all dates go by it */
    public static CityLots on(LocalDate day) {
        return new CityLots(City.on(day));
    }

    /** @return the lot that registers everybody; it has to be through before any other is sent. */
    public Lot registration() {
        return RegistrationLots.registered(city);
    }

    /** @return all others, those of one department in the order in which it sends them. */
    public List<Lot> others() {
        String registration = registration().key();
        return SOURCES.stream()
                .flatMap(source -> source.lots(city).stream())
                .filter(lot -> !lot.key().equals(registration))
                .filter(lot -> Items.has(lot.item()))
                .toList();
    }
}
