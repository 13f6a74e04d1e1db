package org.chengxin.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.chengxin.api.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Version 1 of the interface, under {@code /api/v1}. */
@ApplicationPath("/v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "诚信 Chengxin",
                        version = "1",
                        description = "企业信用信息接口。错误一律为 application/problem+json，code 稳定不变；文字语言由 ?lang= 或"
                                + " Accept-Language 决定，默认中文。列表用 limit（1–200）和不透明的 cursor 翻页；日期为 ISO 8601。"
                                + " / Enterprise credit information. Every failure is application/problem+json with a stable"
                                + " code; words follow ?lang= or Accept-Language, Chinese by default. Lists are paged by limit"
                                + " (1–200) and an opaque cursor; dates are ISO 8601."),
        tags = {
            @Tag(name = ApiApplication.SUBMISSIONS, description = "报送批次 / sending lots and following them"),
            @Tag(name = ApiApplication.CATALOGUE, description = "信息目录 / what may be supplied, and in which layout"),
            @Tag(name = ApiApplication.TASKS, description = "待办任务 / the inbox of officials"),
            @Tag(name = ApiApplication.RECORDS, description = "信用记录 / records as officials see them"),
            @Tag(
                    name = ApiApplication.ADMINISTRATION,
                    description = "单位、账号和工作日历 / organisations, accounts and the working calendar"),
            @Tag(name = ApiApplication.PUBLIC, description = "公示查询 / what everybody may see, without sign-in")
        },
        servers = @Server(url = "/api", description = "本服务器 / this server"),
        components =
                @Components(
                        securitySchemes = {
                            @SecurityScheme(
                                    securitySchemeName = ApiApplication.BASIC,
                                    type = SecuritySchemeType.HTTP,
                                    scheme = "basic",
                                    description = "仅限演示配置 / in the demonstration's configuration only"),
                            @SecurityScheme(
                                    securitySchemeName = ApiApplication.BEARER,
                                    type = SecuritySchemeType.HTTP,
                                    scheme = "bearer",
                                    bearerFormat = "JWT",
                                    description = "正式配置 / where the operator has set up OpenID Connect or JWT")
                        },
                        responses = {
                            @APIResponse(
                                    name = ApiApplication.PROBLEM,
                                    description = "未成功；原因见 code 和 detail / refused; why is in code and detail",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class)))
                        }))
public class ApiApplication extends Application {

    static final String SUBMISSIONS = "submissions";
    static final String CATALOGUE = "catalogue";
    static final String TASKS = "tasks";
    static final String RECORDS = "records";
    static final String ADMINISTRATION = "administration";
    static final String PUBLIC = "public";

    /** The security schemes. */
    static final String BASIC = "basic";

    static final String BEARER = "bearer";

    /** The answer to whatever did not succeed. */
    static final String PROBLEM = "Problem";
}
