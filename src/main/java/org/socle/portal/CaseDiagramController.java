package org.socle.portal;

import java.util.Locale;
import org.socle.nationalprocess.CaseDiagrams;
import org.socle.tracking.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The drawn model of a process of a case, for the viewer on the case's page. */
@Controller
class CaseDiagramController {

  private final SignedIn signedIn;
  private final CaseAccess access;
  private final CaseDiagrams diagrams;
  private final DiagramTexts texts;

  CaseDiagramController(
      SignedIn signedIn, CaseAccess access, CaseDiagrams diagrams, DiagramTexts texts) {
    this.signedIn = signedIn;
    this.access = access;
    this.diagrams = diagrams;
    this.texts = texts;
  }

  @GetMapping(
      path = "/cases/{caseId}/diagrams/{process}",
      produces = MediaType.APPLICATION_XML_VALUE)
  @ResponseBody
  String diagram(@PathVariable String caseId, @PathVariable String process, Locale locale) {
    Actor actor = signedIn.require(CasesController.READERS.toArray(String[]::new));
    CaseRow row = access.readable(caseId, actor);
    return diagrams
        .diagram(row.id(), process)
        .map(model -> texts.localise(model, locale))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
