package org.socle.portal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.socle.security.SignedInAccount;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The reader's language: chosen on a page (cookie), else the account's, else the browser's, else
 * English.
 */
class ReaderLocaleResolver implements LocaleResolver {

  static final List<Locale> OFFERED =
      List.of(Locale.ENGLISH, Locale.FRENCH, Locale.forLanguageTag("es"));

  private static final String COOKIE = "socle-language";
  private static final String CHOSEN = ReaderLocaleResolver.class.getName() + ".chosen";

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    if (request.getAttribute(CHOSEN) instanceof Locale chosen) {
      return chosen;
    }
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    Locale locale = cookie == null ? null : offered(cookie.getValue());
    if (locale == null) {
      locale = offered(accountLanguage());
    }
    return locale == null ? browsers(request) : locale;
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    Locale chosen = locale == null ? null : offered(locale.getLanguage());
    if (chosen == null || response == null) {
      return;
    }
    request.setAttribute(CHOSEN, chosen);
    ResponseCookie cookie =
        ResponseCookie.from(COOKIE, chosen.getLanguage())
            .path("/")
            .maxAge(Duration.ofDays(365))
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private static String accountLanguage() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null
            && authentication.getPrincipal() instanceof SignedInAccount account
        ? account.language()
        : "";
  }

  private static Locale browsers(HttpServletRequest request) {
    if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
      return Locale.ENGLISH;
    }
    return Collections.list(request.getLocales()).stream()
        .map(locale -> offered(locale.getLanguage()))
        .filter(locale -> locale != null)
        .findFirst()
        .orElse(Locale.ENGLISH);
  }

  private static @Nullable Locale offered(String language) {
    return OFFERED.stream()
        .filter(locale -> locale.getLanguage().equals(language))
        .findFirst()
        .orElse(null);
  }
}
