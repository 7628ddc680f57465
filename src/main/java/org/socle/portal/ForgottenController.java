package org.socle.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.socle.notification.MailServer;
import org.socle.security.ForgottenPasswords;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes note of a forgotten password; the answer never tells whether there is an account. */
@Controller
@RequestMapping("/account/forgotten")
class ForgottenController {

  private final ForgottenPasswords forgotten;
  private final MailServer mail;

  ForgottenController(ForgottenPasswords forgotten, MailServer mail) {
    this.forgotten = forgotten;
    this.mail = mail;
  }

  @GetMapping
  String open(Model model, HttpServletResponse response) {
    return draw("", false, model, response);
  }

  @PostMapping
  String ask(
      @RequestParam(name = "who", defaultValue = "") String who,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (who.isBlank()) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return draw(who, true, model, response);
    }
    forgotten.ask(who, request.getRemoteAddr());
    AccountPages.keepPrivate(response);
    return "account-forgotten-sent";
  }

  private String draw(String who, boolean missing, Model model, HttpServletResponse response) {
    AccountPages.keepPrivate(response);
    model.addAttribute("who", who);
    model.addAttribute("missing", missing);
    model.addAttribute("mailServer", mail.configured());
    return "account-forgotten";
  }
}
