package org.chengxin.system.container;

import java.io.File;
import java.nio.file.Path;
import org.chengxin.system.Await;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The application as it is built, with two modules more: the tests, and a probe that stands where a module of ours
 * would stand. One deployment serves every class of this package.
 */
final class TestApplication {

    private static final String BEANS = "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\""
            + " bean-discovery-mode=\"annotated\"/>";

    private TestApplication() {}

    static EnterpriseArchive withTests(Class<?> test) {
        File built = Path.of(System.getProperty("chengxin.checkout"), "ear/target/chengxin.ear")
                .toFile();
        JavaArchive probe = ShrinkWrap.create(JavaArchive.class, "probe.jar")
                .addClasses(ProbeDelegate.class, ProbeStore.class, ProbeRegister.class)
                .addAsManifestResource(new StringAsset(BEANS), "beans.xml");
        WebArchive tests = Testable.archiveToTest(ShrinkWrap.create(WebArchive.class, "tests.war")
                .addClasses(test, Await.class)
                .addAsWebInfResource(new StringAsset(BEANS), "beans.xml"));
        return ShrinkWrap.createFromZipFile(EnterpriseArchive.class, built)
                .addAsModule(probe)
                .addAsModule(tests)
                .setApplicationXML(new StringAsset(application()));
    }

    private static String application() {
        StringBuilder xml =
                new StringBuilder("<application xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"10\">");
        for (String ejb : new String[] {
            "organisation",
            "notification",
            "catalogue",
            "subject",
            "record",
            "secrecy",
            "intake",
            "publication",
            "workflow",
            "probe"
        }) {
            xml.append("<module><ejb>").append(ejb).append(".jar</ejb></module>");
        }
        xml.append("<module><web><web-uri>tests.war</web-uri><context-root>/tests</context-root></web></module>");
        return xml.append("<library-directory>lib</library-directory></application>")
                .toString();
    }
}
