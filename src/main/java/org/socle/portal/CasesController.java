package org.socle.portal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socle.tracking.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The cases of the reader's countries, who owes something in them, and each case from request to
 * validation.
 */
@Controller
class CasesController {

  static final Set<String> READERS =
      Set.of(SignedIn.COORDINATOR, SignedIn.STAKEHOLDER, SignedIn.MANAGER, SignedIn.AUDITOR);

  private final SignedIn signedIn;
  private final CaseList list;
  private final CaseAccess access;
  private final CasePage page;
  private final CountryDays countries;

  CasesController(
      SignedIn signedIn, CaseList list, CaseAccess access, CasePage page, CountryDays countries) {
    this.signedIn = signedIn;
    this.list = list;
    this.access = access;
    this.page = page;
    this.countries = countries;
  }

  /** Whether one of the groups opens the door to cases. */
  static boolean mayRead(Set<String> groups) {
    return READERS.stream().anyMatch(groups::contains);
  }

  @GetMapping({"/cases", "/my-cases"})
  String list(Model model) {
    Actor actor = signedIn.require(READERS.toArray(String[]::new));
    boolean oversees = !actor.groups().contains(SignedIn.STAKEHOLDER);
    Map<String, CaseList.Owed> owed = list.owed(actor.countries());
    model.addAttribute("cases", list.ofCountries(actor.countries()));
    model.addAttribute("owed", owed);
    model.addAttribute("debtors", oversees ? list.debtors(actor.countries()) : List.of());
    model.addAttribute("oversees", oversees);
    model.addAttribute("countries", countries);
    return "cases";
  }

  @GetMapping("/cases/{caseId}")
  String open(
      @PathVariable String caseId,
      @RequestParam(required = false) @Nullable String process,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model) {
    Actor actor = signedIn.require(READERS.toArray(String[]::new));
    CaseRow row = access.readable(caseId, actor);
    model.addAttribute("page", page.of(row, actor, say, process));
    return "case";
  }
}
