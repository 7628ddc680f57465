package org.socle.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.socle.security.Sessions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Lets a person end their sessions on every other device. */
@Controller
class SessionsController {

  private final Sessions sessions;
  private final SignedIn signedIn;

  SessionsController(Sessions sessions, SignedIn signedIn) {
    this.sessions = sessions;
    this.signedIn = signedIn;
  }

  @PostMapping("/account/sessions/end")
  String end(HttpServletRequest request, HttpServletResponse response) {
    sessions.endAll(signedIn.actor().accountId());
    sessions.keepOwn(request, response);
    return "sessions-ended";
  }
}
