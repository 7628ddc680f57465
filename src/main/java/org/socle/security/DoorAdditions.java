package org.socle.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;

/** What a profile adds to the doors; without one there is nothing of it in any chain. */
interface DoorAdditions {

  /** Adds to the doors of our pages. */
  void toPages(HttpSecurity http) throws Exception;

  /** Adds to the door of programs. */
  void toPrograms(HttpSecurity http) throws Exception;

  /** How a program is asked who it is, besides Basic. */
  String challenge();

  /** Called when somebody has signed out here, through whichever door. */
  void signedOut(HttpServletRequest request, @Nullable Authentication person);
}
