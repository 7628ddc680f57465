package org.socle.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.EvidenceCheck;
import org.socle.security.CurrentActor;
import org.socle.tracking.Actor;
import org.socle.tracking.InvalidFormException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases of the countries of the account that asks. */
@RestController
@RequestMapping(path = "/api/cases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "cases", description = "Cases of the account's countries; others are not found")
class CaseApi {

  private final CurrentActor current;
  private final CaseViews views;
  private final CaseEvents events;
  private final EvidenceCheck check;

  CaseApi(CurrentActor current, CaseViews views, CaseEvents events, EvidenceCheck check) {
    this.current = current;
    this.views = views;
    this.events = events;
    this.check = check;
  }

  @Operation(summary = "List cases", description = "Newest first")
  @GetMapping
  PageOf<CaseSummary> list(
      @Parameter(
              description = "ISO 3166 alpha-3 code of one of the account's countries",
              example = "XTR")
          @RequestParam(required = false)
          @Nullable String country,
      @Parameter(description = "Phase in which the cases are") @RequestParam(required = false)
          @Nullable CasePhase phase,
      @Parameter(description = "Whether their processes run") @RequestParam(required = false)
          @Nullable CaseStatus status,
      @Parameter(
              description = "Number of the page, from 0",
              schema =
                  @Schema(type = "integer", minimum = "0", maximum = "1000000", defaultValue = "0"))
          @RequestParam(defaultValue = "0")
          int page,
      @Parameter(
              description = "Longest page",
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
          @RequestParam(defaultValue = "50")
          int size) {
    Actor actor = current.get();
    if (country != null && !actor.countries().contains(country)) {
      throw InvalidFormException.of("country", "error.country-not-yours");
    }
    Set<String> countries = country == null ? actor.countries() : Set.of(country);
    return views.page(countries, phase, status, Paging.of(page, size));
  }

  @Operation(summary = "Read one case", description = "Its phases, seats, open duties and outcomes")
  @GetMapping("/{caseId}")
  CaseDetail read(
      @Parameter(description = "Id of the case", example = "2f1c0f0e-5d0a-4a7e-9f0b-0a8f1b6c2d11")
          @PathVariable
          String caseId) {
    CaseSummary summary = readable(caseId);
    return new CaseDetail(
        summary,
        views.phases(caseId),
        views.seats(caseId),
        events.duties(caseId, DutyState.OPEN, new Paging(0, Paging.LONGEST_PAGE)).items(),
        views.outcomes(caseId));
  }

  @Operation(
      summary = "Read the timeline of a case",
      description = "Phases, duties and published facts, oldest first")
  @GetMapping("/{caseId}/timeline")
  PageOf<TimelineEntry> timeline(
      @Parameter(description = "Id of the case", example = "2f1c0f0e-5d0a-4a7e-9f0b-0a8f1b6c2d11")
          @PathVariable
          String caseId,
      @Parameter(
              description = "Number of the page, from 0",
              schema =
                  @Schema(type = "integer", minimum = "0", maximum = "1000000", defaultValue = "0"))
          @RequestParam(defaultValue = "0")
          int page,
      @Parameter(
              description = "Longest page",
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
          @RequestParam(defaultValue = "50")
          int size) {
    Paging paging = Paging.of(page, size);
    return events.timeline(readable(caseId).id(), paging);
  }

  @Operation(
      summary = "List the duties of a case",
      description = "In the order in which they were asked")
  @GetMapping("/{caseId}/duties")
  PageOf<DutyView> duties(
      @Parameter(description = "Id of the case", example = "2f1c0f0e-5d0a-4a7e-9f0b-0a8f1b6c2d11")
          @PathVariable
          String caseId,
      @Parameter(description = "State of the duties") @RequestParam(required = false)
          @Nullable DutyState state,
      @Parameter(
              description = "Number of the page, from 0",
              schema =
                  @Schema(type = "integer", minimum = "0", maximum = "1000000", defaultValue = "0"))
          @RequestParam(defaultValue = "0")
          int page,
      @Parameter(
              description = "Longest page",
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
          @RequestParam(defaultValue = "50")
          int size) {
    Paging paging = Paging.of(page, size);
    return events.duties(readable(caseId).id(), state, paging);
  }

  @Operation(
      summary = "List the evidence of a case",
      description = "For coordinators and auditors, oldest first")
  @GetMapping("/{caseId}/evidence")
  PageOf<EvidenceEntry> evidence(
      @Parameter(description = "Id of the case", example = "2f1c0f0e-5d0a-4a7e-9f0b-0a8f1b6c2d11")
          @PathVariable
          String caseId,
      @Parameter(
              description = "Number of the page, from 0",
              schema =
                  @Schema(type = "integer", minimum = "0", maximum = "1000000", defaultValue = "0"))
          @RequestParam(defaultValue = "0")
          int page,
      @Parameter(
              description = "Longest page",
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
          @RequestParam(defaultValue = "50")
          int size) {
    Paging paging = Paging.of(page, size);
    return events.evidence(readable(caseId).id(), paging);
  }

  @Operation(
      summary = "Check the evidence of a case",
      description = "For coordinators and auditors: recomputes every hash and link of its chain")
  @GetMapping("/{caseId}/evidence/check")
  EvidenceVerdict check(
      @Parameter(description = "Id of the case", example = "2f1c0f0e-5d0a-4a7e-9f0b-0a8f1b6c2d11")
          @PathVariable
          String caseId) {
    return EvidenceVerdict.of(check.chain(readable(caseId).id(), (chain, rows, of) -> {}));
  }

  private CaseSummary readable(String caseId) {
    Actor actor = current.get();
    return views
        .find(caseId)
        .filter(found -> actor.countries().contains(found.country()))
        .orElseThrow(() -> new NotFoundException(caseId));
  }
}
