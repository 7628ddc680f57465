package org.socle.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.security.FirstPassword;
import org.socle.security.Pending;
import org.socle.security.Sessions;
import org.socle.security.SignedInAccount;
import org.socle.tracking.InvalidFormException;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What may come between the password and the first page: a code, a password of one's own. */
@Controller
class SignInStepsController {

  private final FirstPassword passwords;
  private final Sessions sessions;
  private final MessageSource messages;

  SignInStepsController(FirstPassword passwords, Sessions sessions, MessageSource messages) {
    this.passwords = passwords;
    this.sessions = sessions;
    this.messages = messages;
  }

  /** Asks for the code; the filter before the doors takes it. */
  @GetMapping("/sign-in/code")
  String code(
      @AuthenticationPrincipal @Nullable SignedInAccount account,
      @RequestParam(required = false) @Nullable String error,
      Model model) {
    if (!owes(account, Pending.CODE)) {
      return "redirect:/";
    }
    model.addAttribute("failed", error != null);
    return "sign-in-code";
  }

  @GetMapping("/sign-in/password")
  String password(@AuthenticationPrincipal @Nullable SignedInAccount account, Model model) {
    if (!owes(account, Pending.PASSWORD)) {
      return "redirect:/";
    }
    model.addAttribute("fields", TypedFields.empty());
    return "sign-in-password";
  }

  @PostMapping("/sign-in/password")
  String choose(
      @AuthenticationPrincipal @Nullable SignedInAccount account,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again,
      @ModelAttribute("say") Say say,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (account == null || !owes(account, Pending.PASSWORD)) {
      return "redirect:/";
    }
    try {
      if (!password.equals(again)) {
        throw InvalidFormException.of("again", "signin.error.password-again");
      }
      passwords.choose(account.getUsername(), password);
    } catch (InvalidFormException refused) {
      model.addAttribute("fields", TypedFields.refused(Map.of(), refused, messages, say));
      return "sign-in-password";
    }
    sessions.keepOwn(request, response);
    return "redirect:/";
  }

  private static boolean owes(@Nullable SignedInAccount account, Pending what) {
    return account != null && account.pending() == what;
  }
}
