package org.socle.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.EvidenceExport;
import org.socle.tracking.Actor;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what in a case, for auditors and those who oversee it: a page, a check, an export. */
@Controller
class EvidenceController {

  private static final String[] READERS = {
    SignedIn.AUDITOR, SignedIn.COORDINATOR, SignedIn.MANAGER
  };

  private final SignedIn signedIn;
  private final CaseAccess access;
  private final EvidencePage page;
  private final EvidenceExport export;

  EvidenceController(
      SignedIn signedIn, CaseAccess access, EvidencePage page, EvidenceExport export) {
    this.signedIn = signedIn;
    this.access = access;
    this.page = page;
    this.export = export;
  }

  /** Whether one of the actor's groups opens the door to evidence. */
  static boolean mayRead(Actor actor) {
    return Arrays.stream(READERS).anyMatch(actor.groups()::contains);
  }

  @GetMapping("/cases/{caseId}/evidence")
  String open(
      @PathVariable String caseId,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(required = false) @Nullable String check,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model) {
    model.addAttribute("page", page.of(readable(caseId), before, check != null, say));
    return "case-evidence";
  }

  @GetMapping("/cases/{caseId}/evidence.json")
  void json(@PathVariable String caseId, HttpServletResponse response) throws IOException {
    CaseRow row = readable(caseId);
    response.setContentType("application/json");
    attach(response, row, "json");
    export.json(row.id(), row.reference(), response.getOutputStream());
  }

  @GetMapping("/cases/{caseId}/evidence.csv")
  void csv(@PathVariable String caseId, HttpServletResponse response) throws IOException {
    CaseRow row = readable(caseId);
    response.setContentType("text/csv;charset=UTF-8");
    attach(response, row, "csv");
    export.csv(row.id(), response.getOutputStream());
  }

  private CaseRow readable(String caseId) {
    return access.readable(caseId, signedIn.require(READERS));
  }

  private static void attach(HttpServletResponse response, CaseRow row, String type) {
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"evidence-" + row.reference() + "." + type + "\"");
  }
}
