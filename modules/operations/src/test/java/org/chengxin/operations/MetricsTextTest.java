package org.chengxin.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chengxin.workflow.boundary.Figure;
import org.junit.jupiter.api.Test;

class MetricsTextTest {

    @Test
    void figuresOfOneNameStandUnderOneHeading() {
        assertThat(MetricsText.of(List.of(
                        new Figure("chengxin_records", "state", "ENDED", 12_000_000),
                        new Figure("chengxin_records", "state", "PUBLISHED", 3),
                        Figure.of("chengxin_incidents", 0))))
                .isEqualTo("""
                        # HELP chengxin_records Records by state
                        # TYPE chengxin_records gauge
                        chengxin_records{state="ENDED"} 12000000
                        chengxin_records{state="PUBLISHED"} 3
                        # HELP chengxin_incidents Open incidents of the process engine
                        # TYPE chengxin_incidents gauge
                        chengxin_incidents 0
                        """);
    }

    @Test
    void whatWouldBreakALineIsEscaped() {
        assertThat(MetricsText.of(List.of(new Figure("x", "l", "a\"b\\c\nd", 0.5))))
                .endsWith("x{l=\"a\\\"b\\\\c\\nd\"} 0.5\n");
    }

    @Test
    void theMachineSaysSomethingOfItself() {
        assertThat(MachineFigures.read())
                .filteredOn(figure -> figure.name().equals("jvm_threads"))
                .allSatisfy(figure -> assertThat(figure.value()).isPositive())
                .hasSize(1);
    }
}
