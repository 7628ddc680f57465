package org.socle.security;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads from the bare address to the first page of the person's role. */
@Controller
class LandingPage {

  @GetMapping("/")
  String open(@Nullable Authentication authentication) {
    return "redirect:" + of(authentication);
  }

  static String of(@Nullable Authentication authentication) {
    if (authentication == null) {
      return "/login";
    }
    Set<String> groups = AuthorityUtils.authorityListToSet(authentication.getAuthorities());
    return Arrays.stream(Role.values())
        .filter(role -> groups.contains(role.group()))
        .map(Role::landingPage)
        .findFirst()
        .orElse("/login");
  }
}
