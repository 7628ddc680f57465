package org.socle.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.socle.security.IdentityDirectory;
import org.socle.security.IdentityDirectory.Person;
import org.socle.security.SecondFactors;
import org.socle.security.SecondFactors.State;
import org.socle.security.Sessions;
import org.socle.tracking.InvalidFormException;
import org.springframework.context.MessageSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which staff set up, and give up, the codes of an authenticator app. */
@Controller
class SecondFactorController {

  private static final String PAGE = "/account/second-factor";

  private final SecondFactors factors;
  private final Sessions sessions;
  private final IdentityDirectory directory;
  private final SignedIn signedIn;
  private final MessageSource messages;

  SecondFactorController(
      SecondFactors factors,
      Sessions sessions,
      IdentityDirectory directory,
      SignedIn signedIn,
      MessageSource messages) {
    this.factors = factors;
    this.sessions = sessions;
    this.directory = directory;
    this.signedIn = signedIn;
    this.messages = messages;
  }

  @GetMapping(PAGE)
  String page(Model model) {
    return draw(account(), TypedFields.empty(), model);
  }

  @PostMapping(PAGE + "/start")
  String start() {
    factors.start(account());
    return "redirect:" + PAGE;
  }

  /** Shows the recovery codes in the answer itself: no address leads to them a second time. */
  @PostMapping(PAGE + "/confirm")
  String confirm(
      @RequestParam(defaultValue = "") String code,
      @ModelAttribute("say") Say say,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    String account = account();
    try {
      List<String> codes = factors.confirm(account, code);
      sessions.keepOwnConfirmed(request, response);
      model.addAttribute("codes", codes.stream().map(SecondFactorController::inGroups).toList());
      return "second-factor-codes";
    } catch (InvalidFormException refused) {
      return draw(account, TypedFields.refused(Map.of(), refused, messages, say), model);
    }
  }

  @PostMapping(PAGE + "/remove")
  String remove(
      @RequestParam(defaultValue = "") String code,
      @ModelAttribute("say") Say say,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    String account = account();
    try {
      factors.remove(account, code);
      sessions.keepOwn(request, response);
      return "redirect:" + PAGE;
    } catch (InvalidFormException refused) {
      return draw(account, TypedFields.refused(Map.of(), refused, messages, say), model);
    }
  }

  private String account() {
    String account = signedIn.actor().accountId();
    if (!factors.offered(account) && factors.state(account) == State.OFF) {
      throw new AccessDeniedException("No second factor is offered");
    }
    return account;
  }

  private String draw(String account, TypedFields fields, Model model) {
    State state = factors.state(account);
    model.addAttribute("state", state.name());
    model.addAttribute("required", factors.required());
    model.addAttribute("fields", fields);
    if (state == State.ON) {
      model.addAttribute("left", factors.recoveryCodesLeft(account));
    }
    factors.keyToLearn(account).ifPresent(key -> addKey(account, key, model));
    return "second-factor";
  }

  private void addKey(String account, String key, Model model) {
    String name = directory.user(account).map(Person::loginName).orElse(account);
    QrPicture picture =
        QrPicture.of("otpauth://totp/Socle:" + name + "?secret=" + key + "&issuer=Socle");
    model.addAttribute("key", inGroups(key));
    model.addAttribute("name", name);
    model.addAttribute("picture", picture);
  }

  private static String inGroups(String text) {
    return text.replaceAll("(.{4})(?=.)", "$1 ");
  }
}
