package org.socle.portal;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socle.notification.MailLog;
import org.socle.notification.MailServer;
import org.socle.tracking.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The log of mails for coordinators: what was sent to whom, what failed and why, and what helps.
 */
@Controller
class MailLogController {

  private static final int LONGEST_SEARCH = 100;

  private final SignedIn signedIn;
  private final CaseAccess access;
  private final MailReads reads;
  private final MailLog log;
  private final MailServer server;
  private final CountryDays countries;

  MailLogController(
      SignedIn signedIn,
      CaseAccess access,
      MailReads reads,
      MailLog log,
      MailServer server,
      CountryDays countries) {
    this.signedIn = signedIn;
    this.access = access;
    this.reads = reads;
    this.log = log;
    this.server = server;
    this.countries = countries;
  }

  @GetMapping("/mails")
  String all(
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String state,
      Model model) {
    Actor actor = signedIn.require(SignedIn.COORDINATOR);
    return draw(null, actor, words, state, model);
  }

  @GetMapping("/cases/{caseId}/mails")
  String ofCase(
      @PathVariable String caseId,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    Actor actor = signedIn.require(SignedIn.COORDINATOR);
    model.addAttribute(
        "done", Set.of("release", "again", "bounced", "none").contains(done) ? done : "");
    return draw(access.readable(caseId, actor), actor, words, state, model);
  }

  @PostMapping("/cases/{caseId}/mails")
  String act(
      @PathVariable String caseId,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String mail,
      @RequestParam(defaultValue = "") String delivery) {
    Actor actor = signedIn.require(SignedIn.COORDINATOR);
    access.readable(caseId, actor);
    boolean changed = act(act, caseId, number(mail), number(delivery), actor.accountId());
    return "redirect:/cases/" + caseId + "/mails?done=" + (changed ? act : "none");
  }

  private boolean act(
      String act, String caseId, @Nullable Long mail, @Nullable Long delivery, String actor) {
    if (mail == null) {
      return false;
    }
    return switch (act) {
      case "release" -> log.release(caseId, mail, actor);
      case "again" -> log.sendAgain(caseId, mail, delivery, actor);
      case "bounced" -> delivery != null && log.bounced(caseId, delivery, actor);
      default -> false;
    };
  }

  private static @Nullable Long number(String typed) {
    return typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
  }

  private String draw(@Nullable CaseRow row, Actor actor, String words, String state, Model model) {
    String sought = words.length() > LONGEST_SEARCH ? words.substring(0, LONGEST_SEARCH) : words;
    String chosen = MailReads.STATES.contains(state) ? state : "";
    List<MailReads.Row> mails =
        reads.find(actor.countries(), row == null ? null : row.id(), sought, chosen);
    model.addAttribute("row", row);
    model.addAttribute("mails", mails);
    model.addAttribute("full", mails.size() == MailReads.MOST);
    model.addAttribute("words", sought);
    model.addAttribute("state", chosen);
    model.addAttribute("states", MailReads.STATES);
    model.addAttribute("countries", countries);
    model.addAttribute("sends", server.configured());
    return "mails";
  }
}
