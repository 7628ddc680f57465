package org.socle.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.socle.nationalprocess.NationalProcessFlow;
import org.socle.security.CurrentActor;
import org.socle.tracking.Actor;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.Submissions;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes requests for support as the form of the national process does. */
@RestController
@RequestMapping(path = "/api/requests", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "requests", description = "Requests for support")
class RequestApi {

  private static final String KEY = "Idempotency-Key";
  private static final Pattern POSSIBLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final CurrentActor current;
  private final NationalProcessFlow flow;
  private final Submissions submissions;
  private final CaseViews views;

  RequestApi(
      CurrentActor current, NationalProcessFlow flow, Submissions submissions, CaseViews views) {
    this.current = current;
    this.flow = flow;
    this.submissions = submissions;
    this.views = views;
  }

  /** The body stays as it was sent, so that the form's own check names what is wrong with it. */
  @Operation(
      summary = "Submit a request",
      description =
          "Opens a case. The same Idempotency-Key sent again by the same account gets the first answer.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = NewRequest.class)))
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<RequestReceipt> submit(
      @Parameter(
              description = "1 to 64 letters, digits, dots, dashes or underscores",
              example = "letter-2026-017")
          @RequestHeader(name = KEY, required = false)
          @Nullable String key,
      @RequestBody Map<String, Object> request) {
    Actor actor = current.get();
    if (key != null && !POSSIBLE.matcher(key).matches()) {
      throw InvalidFormException.of(KEY, "error.idempotency-key");
    }
    String caseId =
        key == null
            ? flow.submitRequest(request, actor)
            : submissions.once(
                actor.accountId(), "api-" + key, request, () -> flow.submitRequest(request, actor));
    CaseSummary opened = views.find(caseId).orElseThrow(() -> new NotFoundException(caseId));
    return ResponseEntity.created(URI.create("/api/cases/" + caseId))
        .body(new RequestReceipt(caseId, opened.reference(), opened.country()));
  }
}
