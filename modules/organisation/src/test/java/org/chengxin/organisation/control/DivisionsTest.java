package org.chengxin.organisation.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengxin.organisation.entity.Organisation.Level;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivisionsTest {

    @ParameterizedTest
    @CsvSource({
        "COUNTY,320509,true", "COUNTY,320500,false", "COUNTY,320000,false", "MUNICIPAL,320500,true",
        "MUNICIPAL,320509,false", "MUNICIPAL,320000,false", "PROVINCIAL,320000,true", "PROVINCIAL,320500,false",
        "NATIONAL,110000,true", "COUNTY,32050,false", "COUNTY,,false", "COUNTY,020509,false"
    })
    void anOrganisationStandsWhereItsLevelIs(Level level, String division, boolean fits) {
        assertThat(Divisions.fit(level, division)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "320500,320509,true",
        "320500,320500,true",
        "320000,320509,true",
        "320500,320600,false",
        "320509,320508,false",
        "320509,320500,false"
    })
    void aDivisionHoldsWhatBeginsLikeIt(String outer, String inner, boolean holds) {
        assertThat(Divisions.contains(outer, inner)).isEqualTo(holds);
    }
}
