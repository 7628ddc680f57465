package org.socle.api;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.security.Problem;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the document says of every operation alike: how to sign in, and how refusals look. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

  private static final String PROBLEM = "application/problem+json";
  private static final Map<String, String> REFUSALS =
      Map.of(
          "400", "A field, parameter or the body is wrong; errors names each",
          "401", "No account, or a wrong password",
          "403", "The account may not do this, or the password came over plain http",
          "404", "Nothing is here for this account",
          "406", "Something else than JSON is wanted",
          "500", "The fault is the program's");
  private static final Map<String, String> OF_A_BODY =
      Map.of(
          "409", "Somebody else was faster",
          "413", "The body is too large",
          "415", "The body is not JSON",
          "422", "The Idempotency-Key was used for other content");

  @Bean
  OpenAPI socleApi() {
    Components components =
        new Components()
            .addSecuritySchemes(
                "account",
                new SecurityScheme()
                    .type(SecurityScheme.Type.HTTP)
                    .scheme("basic")
                    .description("An ordinary account, over TLS"));
    return new OpenAPI()
        .info(
            new Info()
                .title("Socle")
                .version("1")
                .description(
                    "National dialogues on social protection: submit requests, read cases"))
        .addServersItem(new Server().url("/"))
        .components(components)
        .addSecurityItem(new SecurityRequirement().addList("account"));
  }

  @Bean
  OpenApiCustomizer refusals() {
    return document -> {
      Components components = document.getComponents();
      ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
      components.getSchemas().forEach(ApiDocument::require);
      document.getPaths().values().forEach(ApiDocument::describe);
    };
  }

  private static void describe(PathItem path) {
    path.readOperationsMap()
        .forEach((method, operation) -> describe(operation, method == PathItem.HttpMethod.POST));
  }

  private static void describe(Operation operation, boolean body) {
    ApiResponses responses = operation.getResponses();
    REFUSALS.forEach((status, text) -> responses.addApiResponse(status, refusal(text)));
    if (body) {
      OF_A_BODY.forEach((status, text) -> responses.addApiResponse(status, refusal(text)));
      ApiResponse created = responses.remove("200");
      if (created != null) {
        responses.addApiResponse("201", created.description("The case was opened; see Location"));
      }
    }
  }

  private static ApiResponse refusal(String text) {
    Schema<?> schema = new Schema<>().$ref("#/components/schemas/Problem");
    return new ApiResponse()
        .description(text)
        .content(new Content().addMediaType(PROBLEM, new MediaType().schema(schema)));
  }

  /** Whatever a record does not mark as nullable is always there. */
  private static void require(String name, Schema<?> schema) {
    Class<?> type = type(name);
    if (type == null || !type.isRecord()) {
      return;
    }
    List<String> always = new ArrayList<>();
    Arrays.stream(type.getRecordComponents())
        .filter(part -> !part.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .forEach(part -> always.add(part.getName()));
    schema.setRequired(always);
  }

  private static @Nullable Class<?> type(String name) {
    if (name.startsWith("PageOf")) {
      return PageOf.class;
    }
    return switch (name) {
      case "Problem" -> Problem.class;
      case "FieldProblem" -> Problem.FieldProblem.class;
      case "CaseSummary" -> CaseSummary.class;
      case "CaseDetail" -> CaseDetail.class;
      case "PhaseStay" -> PhaseStay.class;
      case "SeatView" -> SeatView.class;
      case "DutyView" -> DutyView.class;
      case "OutcomeView" -> OutcomeView.class;
      case "TimelineEntry" -> TimelineEntry.class;
      case "EvidenceEntry" -> EvidenceEntry.class;
      case "EvidenceVerdict" -> EvidenceVerdict.class;
      case "EvidenceFinding" -> EvidenceVerdict.EvidenceFinding.class;
      case "RequestReceipt" -> RequestReceipt.class;
      case "NewRequest" -> NewRequest.class;
      default -> null;
    };
  }
}
