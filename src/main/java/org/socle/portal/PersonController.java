package org.socle.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socle.notification.MailServer;
import org.socle.portal.PersonDesk.Visit;
import org.socle.security.People;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person: what they may do, for whom they act, and what becomes of the account. */
@Controller
@RequestMapping("/people/{accountId}")
class PersonController {

  private final PersonDesk desk;
  private final PeopleReads reads;
  private final People people;
  private final MailServer mail;
  private final CountryDays countries;

  PersonController(
      PersonDesk desk, PeopleReads reads, People people, MailServer mail, CountryDays countries) {
    this.desk = desk;
    this.reads = reads;
    this.people = people;
    this.mail = mail;
    this.countries = countries;
  }

  @GetMapping
  String open(
      @PathVariable String accountId,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model) {
    return draw("person", desk.open(accountId), List.of(), say, model);
  }

  @PostMapping("/invite")
  String invite(
      @PathVariable String accountId,
      @RequestParam(name = "email", required = false) @Nullable String email,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    Visit visit = desk.act(accountId);
    String typed = email == null ? null : email.strip();
    model.addAttribute("typedEmail", typed);
    return act(
        visit,
        "?invited",
        () -> people.inviteAgain(accountId, typed, visit.actor()),
        say,
        model,
        response);
  }

  @PostMapping("/reset")
  String reset(
      @PathVariable String accountId,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    Visit visit = desk.act(accountId);
    return act(
        visit, "?reset", () -> people.sendReset(accountId, visit.actor()), say, model, response);
  }

  @PostMapping("/reopen")
  String reopen(
      @PathVariable String accountId,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    Visit visit = desk.act(accountId);
    return act(
        visit, "?invited", () -> people.reopen(accountId, visit.actor()), say, model, response);
  }

  /** Shown once, in the answer to the very form that asked for it; kept nowhere. */
  @PostMapping("/link")
  String link(
      @PathVariable String accountId,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    Visit visit = desk.act(accountId);
    if (byMail(visit)) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return draw("person", visit, error("error.link-goes-by-mail"), say, model);
    }
    try {
      String path = people.handOver(accountId, visit.actor());
      AccountPages.keepPrivate(response);
      model.addAttribute("link", mail.link(path));
      return draw("person-link", visit, List.of(), say, model);
    } catch (InvalidFormException refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return draw("person", visit, refused.errors(), say, model);
    }
  }

  @GetMapping("/close")
  String askToClose(
      @PathVariable String accountId,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    Visit visit = desk.act(accountId);
    try {
      people.checkClosing(accountId, visit.actor());
      return draw("person-close", visit, List.of(), say, model);
    } catch (InvalidFormException refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return draw("person", visit, refused.errors(), say, model);
    }
  }

  @PostMapping("/close")
  String close(
      @PathVariable String accountId,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    Visit visit = desk.act(accountId);
    return act(
        visit, "?closed", () -> people.close(accountId, visit.actor()), say, model, response);
  }

  private String act(
      Visit visit, String told, Runnable work, Say say, Model model, HttpServletResponse response) {
    try {
      work.run();
      return "redirect:" + visit.address() + told;
    } catch (InvalidFormException refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return draw("person", visit, refused.errors(), say, model);
    }
  }

  private boolean byMail(Visit visit) {
    return mail.configured() && !visit.row().email().isEmpty();
  }

  private static List<FieldError> error(String message) {
    return List.of(new FieldError("", message, List.of()));
  }

  private String draw(String page, Visit visit, List<FieldError> errors, Say say, Model model) {
    model.addAttribute("visit", visit);
    model.addAttribute("person", visit.row());
    model.addAttribute(
        "ties",
        reads.ties(visit.row().id()).stream().filter(tie -> visit.shows(tie.country())).toList());
    model.addAttribute("countries", countries);
    model.addAttribute("byMail", byMail(visit));
    model.addAttribute("mailServer", mail.configured());
    model.addAttribute(
        "problems",
        errors.stream()
            .map(
                wrong ->
                    new FormView.Problem(
                        wrong.field().isEmpty() ? "" : "field-" + wrong.field(),
                        say.error(wrong.message(), wrong.arguments())))
            .toList());
    return page;
  }
}
