package org.socle.portal;

import org.socle.security.SignInProvider;
import org.socle.security.SignInRefusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/** Where a sign-in through the provider ends when it opened no door: what happened, what to do. */
@Controller
class SignInRefusedController {

  private final ObjectProvider<SignInProvider> providers;

  SignInRefusedController(ObjectProvider<SignInProvider> providers) {
    this.providers = providers;
  }

  @GetMapping("/sign-in-refused/{why}")
  @ResponseStatus(HttpStatus.FORBIDDEN)
  String show(@PathVariable String why, Model model) {
    SignInProvider provider = providers.getIfAvailable();
    SignInRefusal refusal = SignInRefusal.of(why).orElse(null);
    if (provider == null || refusal == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("provider", provider);
    model.addAttribute("why", refusal.code());
    model.addAttribute("end", refusal == SignInRefusal.FAILED ? "" : provider.end());
    return "sign-in-refused";
  }
}
