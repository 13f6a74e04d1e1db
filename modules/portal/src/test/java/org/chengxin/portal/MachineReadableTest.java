package org.chengxin.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.chengxin.publication.boundary.PublicLists.Division;
import org.chengxin.publication.boundary.PublicSubject;
import org.chengxin.publication.boundary.Suggestion;
import org.junit.jupiter.api.Test;

/** What the portal says to programs. */
class MachineReadableTest {

    @Test
    void theHeadOfAPageIsAnOrganizationAndCannotEndItsScript() {
        String json = StructuredData.of(
                subject("91320508MA00000000", "甲</script><b>公司", List.of("乙厂")), "https://x/subjects/1", "苏州市");
        assertThat(json).doesNotContain("<", ">", "&");
        JsonObject read = Json.createReader(new StringReader(json)).readObject();
        assertThat(read.getString("@type")).isEqualTo("Organization");
        assertThat(read.getString("name")).isEqualTo("甲</script><b>公司");
        assertThat(read.getJsonObject("identifier").getString("value")).isEqualTo("91320508MA00000000");
        assertThat(read.getJsonArray("alternateName").getString(0)).isEqualTo("乙厂");
        assertThat(read.getJsonObject("address").getString("addressLocality")).isEqualTo("苏州市");
    }

    @Test
    void whatIsNotKnownIsNotSaid() {
        JsonObject read = Json.createReader(new StringReader(
                        StructuredData.of(subject(null, "甲公司", List.of()), "https://x/subjects/id/1", null)))
                .readObject();
        assertThat(read.keySet()).containsExactlyInAnyOrder("@context", "@type", "name", "url");
    }

    @Test
    void suggestionsSayWhereTheyLead() {
        String json = SuggestionList.json(
                List.of(new Suggestion("p1", "91320508MA00000000", "甲", null), new Suggestion("p2", null, "乙", "丙")),
                "");
        assertThat(json)
                .isEqualTo("[{\"name\":\"甲\",\"code\":\"91320508MA00000000\","
                        + "\"address\":\"/subjects/91320508MA00000000\"},"
                        + "{\"name\":\"乙\",\"former\":\"丙\",\"address\":\"/subjects/id/p2\"}]");
    }

    @Test
    void countiesStandUnderTheirCity() {
        Division suzhou = new Division("320500", "苏州市", "Suzhou");
        Division gusu = new Division("320508", "姑苏区", "Gusu");
        Division nantong = new Division("320600", "南通市", "Nantong");
        assertThat(Places.grouped(List.of(suzhou, gusu, nantong)))
                .containsExactly(
                        new Places.Group(suzhou, List.of(suzhou, gusu)), new Places.Group(nantong, List.of(nantong)));
    }

    private static PublicSubject subject(String code, String name, List<String> formerNames) {
        return new PublicSubject(
                "p1", code, name, formerNames, "ENTERPRISE", "320500", "苏州市", "Suzhou", "存续", Map.of());
    }
}
