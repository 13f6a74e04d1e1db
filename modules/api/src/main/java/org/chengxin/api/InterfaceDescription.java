package org.chengxin.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * What is true of every operation is said here once, instead of at each of them: who has to sign in, that every failure
 * is a problem, that what takes If-Match gives out an ETag and may answer 412, and what can be wrong with a body.
 */
public class InterfaceDescription implements OASFilter {

    private static final String OPEN = "/v1/public/";
    private static final String SUCCESS = "200";
    private static final String IF_MATCH = "If-Match";

    /** What is read at one address and edited at others. */
    private static final Set<String> TAGGED = Set.of("getTask", "getCatalogueItemVersions");

    @Override
    public void filterOpenAPI(OpenAPI openAPI) {
        openAPI.getPaths().getPathItems().forEach((path, item) -> {
            item.getOperations().values().forEach(operation -> describe(operation, !path.startsWith(OPEN)));
            boolean edited = path.endsWith("}")
                    && item.getOperations().values().stream().anyMatch(operation -> takes(operation, IF_MATCH));
            if (item.getGET() != null
                    && (edited || TAGGED.contains(item.getGET().getOperationId()))) {
                givesTag(item.getGET());
            }
        });
    }

    private static void describe(Operation operation, boolean signedIn) {
        if (signedIn) {
            operation.setSecurity(List.of(
                    OASFactory.createSecurityRequirement().addScheme(ApiApplication.BASIC),
                    OASFactory.createSecurityRequirement().addScheme(ApiApplication.BEARER)));
            problem(operation, "401");
        }
        if (takes(operation, "cursor")) {
            problem(operation, "400");
        }
        if (takes(operation, "limit")) {
            problem(operation, "422");
        }
        if (takes(operation, IF_MATCH)) {
            problem(operation, "412");
            givesTag(operation);
        }
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().setRequired(true);
            List.of("400", "413", "415").forEach(status -> problem(operation, status));
        }
        problem(operation, APIResponses.DEFAULT);
    }

    private static boolean takes(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream().map(Parameter::getName).anyMatch(name::equals);
    }

    private static void problem(Operation operation, String status) {
        if (!operation.getResponses().hasAPIResponse(status)) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().ref(ApiApplication.PROBLEM));
        }
    }

    /** What answers without a body answers without a tag. */
    private static void givesTag(Operation operation) {
        APIResponse answer = operation.getResponses().getAPIResponse(SUCCESS);
        if (answer != null) {
            answer.setHeaders(Map.of(
                    "ETag",
                    OASFactory.createHeader()
                            .description("修改时用 If-Match 传回 / comes back as If-Match with a change")
                            .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))));
        }
    }
}
