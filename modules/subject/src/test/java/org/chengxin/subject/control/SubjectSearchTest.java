package org.chengxin.subject.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.chengxin.subject.boundary.PersonReference;
import org.chengxin.subject.boundary.SubjectView;
import org.junit.jupiter.api.Test;

class SubjectSearchTest extends RegisterFixture {

    private List<Long> search(String text) throws SQLException {
        return search(text, 0, 50);
    }

    private List<Long> search(String text, long after, int most) throws SQLException {
        return new SubjectSearch(connection)
                .search(text, after, most).stream().map(SubjectView::id).toList();
    }

    @Test
    void byFragmentsOfNamesTodayAndBefore() throws SQLException {
        Long a = registered(formerly(registration("苏州恒达环保（集团）有限公司", A), "苏州老化工厂"));
        Long p = provisional("恒达商贸有限公司");
        assertThat(search("恒达")).containsExactlyInAnyOrder(a, p);
        assertThat(search("达环保(集")).containsExactly(a);
        assertThat(search("老化工")).containsExactly(a);
        assertThat(search("达恒")).isEmpty();
        assertThat(search("恒")).isEmpty();
        assertThat(search("恒%")).isEmpty();
        assertThat(search(null)).isEmpty();
    }

    @Test
    void byEveryCodeTodayAndBefore() throws SQLException {
        Long a = registered(registration("苏州甲有限公司", A, OLD_A));
        assertThat(search(A)).containsExactly(a);
        assertThat(search(OLD_A)).containsExactly(a);
        assertThat(search(A.substring(8, 17))).containsExactly(a);
        assertThat(search(B)).isEmpty();
    }

    @Test
    void aPersonByTheWholeNumberOnly() throws SQLException {
        Long person = new PersonWriter(connection, NOW, SOURCE)
                .persons(List.of(new PersonReference("王小明", CITIZEN)))
                .get(0);
        assertThat(search(CITIZEN)).containsExactly(person);
        assertThat(search("360426910101007")).containsExactly(person);
        assertThat(search("王小明")).isEmpty();
        assertThat(search("小明")).isEmpty();
    }

    @Test
    void pagesFollowEachOther() throws SQLException {
        List<Long> all = register(registration("恒达一有限公司", A), registration("恒达二有限公司", B), registration("恒达三有限公司", C))
                .subjects();
        assertThat(search("恒达", 0, 2)).containsExactlyElementsOf(all.subList(0, 2));
        assertThat(search("恒达", all.get(1), 2)).containsExactly(all.get(2));
        assertThat(search("恒达", all.get(2), 2)).isEmpty();
    }
}
