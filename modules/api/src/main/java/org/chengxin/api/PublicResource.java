package org.chengxin.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.chengxin.api.view.PublicRecordList;
import org.chengxin.api.view.PublicSubjectJson;
import org.chengxin.api.view.PublicSubjectList;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Section;
import org.chengxin.publication.boundary.PublicRegister;
import org.chengxin.publication.boundary.PublicSubject;
import org.chengxin.publication.boundary.SearchAnswer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What everybody may see; no sign-in, and only what is visible today. */
@RequestScoped
@Path("public/subjects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiApplication.PUBLIC)
@APIResponse(responseCode = "422", ref = ApiApplication.PROBLEM)
public class PublicResource {

    private static final String CODE =
            "统一社会信用代码、旧代码，或无代码主体的公开标识 / unified code, an older code, or the public identifier"
                    + " of a subject without one";

    @Inject
    PublicRegister register;

    @GET
    @Operation(
            operationId = "searchPublicSubjects",
            summary = "按名称或代码查找主体",
            description = "By a fragment of at least two characters of a present or former name, or by a code of an"
                    + " organisation. A citizen's number finds nothing.")
    @APIResponseSchema(
            value = PublicSubjectList.class,
            responseCode = "200",
            responseDescription = "一页主体 / a page of subjects")
    public PublicSubjectList search(
            @Parameter(required = true, description = "名称片段（至少两个字）或代码 / fragment of a name, or a code") @QueryParam("q")
                    String q,
            @BeanParam PageParameters page) {
        SearchAnswer answer = register.search(Paging.fragment("q", q), page.cursor(), page.limit());
        return switch (answer.outcome()) {
            case EMPTY, TOO_SHORT -> throw BusinessRefusal.invalid("QUERY_TOO_SHORT");
            case PERSONAL_NUMBER, NOTHING, FOUND -> PublicSubjectList.of(answer);
        };
    }

    @GET
    @Path("{code}")
    @Operation(
            operationId = "getPublicSubject",
            summary = "主体及各栏目记录数",
            description = "Identity and the number of public records a section.")
    @APIResponseSchema(value = PublicSubjectJson.class, responseCode = "200", responseDescription = "主体 / the subject")
    @APIResponse(responseCode = "404", ref = ApiApplication.PROBLEM)
    public PublicSubjectJson get(@Parameter(description = CODE) @PathParam("code") String code) {
        return PublicSubjectJson.of(subject(code), null);
    }

    @GET
    @Path("{code}/records")
    @Operation(
            operationId = "listPublicRecords",
            summary = "主体的公示记录",
            description =
                    "The published records of a subject, newest first, each with supplier, legal basis, end of its period and"
                            + " whether it is disputed. Without a section: of all sections.")
    @APIResponseSchema(
            value = PublicRecordList.class,
            responseCode = "200",
            responseDescription = "一页记录 / a page of records")
    @APIResponse(responseCode = "404", ref = ApiApplication.PROBLEM)
    public PublicRecordList records(
            @Parameter(description = CODE) @PathParam("code") String code,
            @Parameter(
                            description = "栏目 / section",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"identity", "good", "warning", "alert"}))
                    @QueryParam("section")
                    String section,
            @BeanParam PageParameters page) {
        Section wanted = section(section);
        int most = page.limit();
        return PublicRecordList.of(register.records(subject(code).publicId(), wanted, page.cursor(), most));
    }

    private PublicSubject subject(String code) {
        return register.subject(code)
                .or(() -> register.subjectById(code))
                .orElseThrow(() -> BusinessRefusal.notFound("SUBJECT_UNKNOWN"));
    }

    private static Section section(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return PublicSubjectJson.SHOWN.stream()
                .filter(section -> section.pathName().equals(text))
                .findFirst()
                .orElseThrow(() -> BusinessRefusal.invalid("SECTION_INVALID", text));
    }
}
