package org.chengxin.system.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know whom. The reasons are in docs/adr/0001. */
class ArchitectureTest {

    private static JavaClasses house;

    @BeforeAll
    static void readClasses() throws Exception {
        Path modules = Path.of(System.getProperty("chengxin.checkout"), "modules");
        try (Stream<Path> all = Files.list(modules)) {
            List<Path> classes = all.map(module -> module.resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .toList();
            house = new ClassFileImporter().importPaths(classes);
        }
    }

    @Test
    void the_kernel_knows_nobody() {
        classes()
                .that()
                .resideInAPackage("org.chengxin.kernel..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.crypto..", "org.chengxin.kernel..")
                .check(house);
    }

    /** A server does not start with anything else in what a view keeps between requests. */
    @Test
    void views_that_are_kept_hold_only_what_can_be_found_again() {
        fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(ViewScoped.class)
                .and()
                .areAnnotatedWith(Inject.class)
                .should()
                .haveRawType(describe(
                        "a bean with a scope of its own, or one that can be written down",
                        (JavaClass type) -> type.isAssignableTo(Serializable.class)
                                || type.isAnnotatedWith(Stateless.class)
                                || type.isAnnotatedWith(RequestScoped.class)
                                || type.isAnnotatedWith(ApplicationScoped.class)))
                .check(house);
    }

    @Test
    void only_workflow_knows_the_engine() {
        noClasses()
                .that()
                .resideInAPackage("org.chengxin..")
                .and()
                // benchmarks measure the engine by itself, beside the application
                .resideOutsideOfPackages("org.chengxin.workflow..", "org.chengxin.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(house);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "organisation",
                "notification",
                "catalogue",
                "subject",
                "record",
                "secrecy",
                "intake",
                "publication",
                "workflow"
            })
    void modules_know_each_other_through_boundaries_and_the_words_of_their_entities(String module) {
        String own = "org.chengxin." + module + "..";
        noClasses()
                .that()
                .resideInAPackage("org.chengxin..")
                .and()
                .resideOutsideOfPackage(own)
                .should()
                .dependOnClassesThat(describe(
                        "are control or delegates of " + module,
                        (JavaClass type) -> resideInAnyPackage(
                                                "org.chengxin." + module + ".control..",
                                                "org.chengxin." + module + ".delegate..")
                                        .test(type)
                                && !publishedByIntake(type)))
                .check(house);
    }

    /** What a file can be refused for, and how its columns map, is part of what intake says to its callers. */
    private static boolean publishedByIntake(JavaClass type) {
        return List.of("HeaderMapping", "MappingProposal", "UnreadableFile", "Template", "IntakeTexts", "Digests")
                .stream()
                .anyMatch(name -> type.getName().startsWith("org.chengxin.intake.control." + name));
    }

    @Test
    void business_modules_have_no_circle() {
        slices().matching("org.chengxin.(*)..").should().beFreeOfCycles().check(house);
    }

    @Test
    void sites_know_neither_the_database_nor_the_engine() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.chengxin.console..",
                        "org.chengxin.portal..",
                        "org.chengxin.operations..",
                        "org.chengxin.api..",
                        "org.chengxin.webkit..")
                .and()
                .haveSimpleNameNotContaining("Readiness")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "java.sql..", "org.camunda..")
                .check(house);
    }

    @Test
    void the_portal_cannot_reach_what_is_not_public() {
        noClasses()
                .that()
                .resideInAPackage("org.chengxin.portal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.chengxin.secrecy..",
                        "org.chengxin.record..",
                        "org.chengxin.intake..",
                        "org.chengxin.subject..",
                        "org.chengxin.workflow..",
                        "org.chengxin.notification..")
                .check(house);
    }

    @Test
    void boundaries_for_people_are_session_beans_that_say_who_may_call_them() {
        classes()
                .that()
                .areAnnotatedWith(RolesAllowed.class)
                .should()
                .beAnnotatedWith(Stateless.class)
                .because("on a plain CDI bean the annotation is ignored without a word")
                .check(house);
        classes()
                .that()
                .areAnnotatedWith(Stateless.class)
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(PermitAll.class)
                .check(house);
    }

    @Test
    void names_say_what_a_class_does() {
        noClasses()
                .that()
                .resideInAPackage("org.chengxin..")
                .and()
                .areNotAssignableTo(jakarta.transaction.TransactionManager.class)
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .check(house);
    }
}
