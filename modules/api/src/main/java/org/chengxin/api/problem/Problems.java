package org.chengxin.api.problem;

import jakarta.ejb.EJBAccessException;
import jakarta.ws.rs.WebApplicationException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.chengxin.api.view.MappingJson;
import org.chengxin.catalogue.boundary.DefinitionRefused;
import org.chengxin.catalogue.definition.DefinitionTexts;
import org.chengxin.intake.boundary.MappingRequired;
import org.chengxin.intake.control.HeaderMapping;
import org.chengxin.intake.control.IntakeTexts;
import org.chengxin.intake.control.UnreadableFile;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.sql.KeyTaken;
import org.chengxin.kernel.time.CivilTime;

/**
 * Tells a failure as a problem. The container wraps what a boundary throws, so the chain of causes is searched for the
 * first failure that means something to the caller; what means nothing to them is logged once and told by a number.
 */
public final class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class.getName());
    private static final int DEEPEST = 20;
    private static final String INTERNAL = "INTERNAL";

    /** Codes whose first argument is the field or parameter that is meant. */
    private static final Set<String> ABOUT_A_FIELD =
            Set.of("REQUIRED", "NOT_AN_OPTION", "TOO_LONG", "UNKNOWN_FIELD", "PARAMETER_INVALID");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(400, "BAD_REQUEST"),
            Map.entry(401, "CREDENTIALS_REQUIRED"),
            Map.entry(403, "FORBIDDEN"),
            Map.entry(404, "NOT_FOUND"),
            Map.entry(405, "METHOD_NOT_ALLOWED"),
            Map.entry(406, "NOT_ACCEPTABLE"),
            Map.entry(409, "CONFLICT"),
            Map.entry(412, "STALE"),
            Map.entry(413, "TOO_LARGE"),
            Map.entry(414, "ADDRESS_TOO_LONG"),
            Map.entry(415, "UNSUPPORTED_MEDIA_TYPE"),
            Map.entry(422, "INVALID"));

    private final ProblemTexts texts;
    private final String instance;

    /**
     * @param locale of the words; English or Chinese
     * @param instance path of the request
     */
    public Problems(Locale locale, String instance) {
        this.texts = new ProblemTexts(locale);
        this.instance = instance;
    }

    /** The problem behind a failure. */
    public Problem of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            Problem known = known(cause);
            if (known != null) {
                return known;
            }
            cause = cause.getCause() == cause ? null : cause.getCause();
        }
        return internal(failure);
    }

    /** The problem of an HTTP status that came about without a failure of ours. */
    public Problem ofStatus(int status) {
        String code = CODES.getOrDefault(status, status >= 500 ? INTERNAL : "BAD_REQUEST");
        return problem(status, code, code, List.of(instance));
    }

    /** The problem of a code that has words of its own. */
    public Problem ofCode(int status, String code) {
        return problem(status, code, code, List.of());
    }

    private Problem known(Throwable failure) {
        if (failure instanceof MappingRequired required) {
            return mappingRequired(required);
        }
        if (failure instanceof MappingRefused refused) {
            return mappingRefused(refused);
        }
        if (failure instanceof DefinitionRefused refused) {
            return definitionRefused(refused);
        }
        if (failure instanceof BusinessRefusal refusal) {
            return refusal(refusal);
        }
        if (failure instanceof UnreadableFile unreadable) {
            String code = unreadable.reason().name();
            return Problem.of(
                    unreadable.reason().status(),
                    code,
                    texts.title(code, "UNREADABLE_FILE"),
                    IntakeTexts.of(unreadable, texts.locale()),
                    instance);
        }
        if (failure instanceof EJBAccessException) {
            return ofCode(403, "FORBIDDEN");
        }
        if (failure instanceof MalformedBody) {
            return ofCode(400, "BODY_INVALID");
        }
        if (isConcurrentChange(failure) || KeyTaken.isBehind(failure)) {
            return ofCode(409, "CONCURRENT_CHANGE");
        }
        if (failure instanceof WebApplicationException http
                && http.getResponse().getStatus() < 500) {
            return ofStatus(http.getResponse().getStatus());
        }
        return null;
    }

    /** By name: the interface knows neither the database nor the engine, and each has such failures of its own. */
    private static boolean isConcurrentChange(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return name.startsWith("OptimisticLock") || name.startsWith("PessimisticLock");
    }

    private Problem refusal(BusinessRefusal refusal) {
        String code = refusal.code();
        if ("NOT_SIGNED_IN".equals(code)) {
            return ofCode(401, code);
        }
        int status =
                switch (refusal.kind()) {
                    // a cursor is no content that could be mended, it is handed back as it came or not at all
                    case INVALID -> "CURSOR_INVALID".equals(code) ? 400 : 422;
                    case FORBIDDEN -> 403;
                    case NOT_FOUND -> 404;
                    case CONFLICT -> 409;
                    case GONE_STALE -> 412;
                };
        List<String> args = refusal.arguments().stream().map(Problems::readable).toList();
        if (isMappingFault(code)) {
            HeaderMapping.Problem fault =
                    new HeaderMapping.Problem(HeaderMapping.Fault.valueOf(code), args.isEmpty() ? "" : args.get(0));
            return Problem.of(
                            status,
                            code,
                            texts.title("MAPPING_INVALID", "INVALID"),
                            IntakeTexts.of(fault, texts.locale()),
                            instance)
                    .about(fault.detail());
        }
        Problem problem = problem(status, code, CODES.get(status), args);
        return ABOUT_A_FIELD.contains(code) && !args.isEmpty() ? problem.about(args.get(0)) : problem;
    }

    /** A moment as people of the place read it; everything else as it is. */
    private static String readable(String argument) {
        try {
            return MOMENT.format(OffsetDateTime.parse(argument).atZoneSameInstant(CivilTime.ZONE));
        } catch (DateTimeParseException noMoment) {
            return argument;
        }
    }

    /** A form has a field that it does not know under the same code; there the words of forms are meant. */
    private static boolean isMappingFault(String code) {
        for (HeaderMapping.Fault fault : HeaderMapping.Fault.values()) {
            if (fault.name().equals(code) && fault != HeaderMapping.Fault.UNKNOWN_FIELD) {
                return true;
            }
        }
        return false;
    }

    private Problem mappingRequired(MappingRequired required) {
        String item = required.arguments().get(0);
        return problem(422, required.code(), required.code(), required.arguments())
                .proposing(
                        MappingJson.of(required.proposal().mapping()),
                        required.proposal().confidence(),
                        required.proposal().unassigned(),
                        "/api/v1/catalogue/items/" + item + "/mappings");
    }

    private Problem mappingRefused(MappingRefused refused) {
        List<Problem.Fault> faults = refused.faults().stream()
                .map(fault ->
                        new Problem.Fault(fault.fault().name(), fault.detail(), IntakeTexts.of(fault, texts.locale())))
                .toList();
        return problem(
                        422,
                        refused.code(),
                        refused.code(),
                        List.of(faults.get(0).detail()))
                .listing(faults);
    }

    private Problem definitionRefused(DefinitionRefused refused) {
        return problem(422, refused.code(), refused.code(), refused.arguments())
                .listing(refused.faults().stream()
                        .map(fault -> new Problem.Fault(
                                fault.kind().name(),
                                fault.detail(),
                                DefinitionTexts.of(fault, texts.locale()),
                                fault.pointer()))
                        .toList());
    }

    private Problem internal(Throwable failure) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.log(Level.SEVERE, "API failure " + reference + " at " + instance, failure);
        return problem(500, INTERNAL, INTERNAL, List.of(reference)).logged(reference);
    }

    private Problem problem(int status, String code, String general, List<String> args) {
        return Problem.of(status, code, texts.title(code, general), texts.detail(code, general, args), instance);
    }
}
