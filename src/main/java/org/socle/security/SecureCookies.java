package org.socle.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/**
 * An answer over https, whose cookies all stay on https: the engine's web applications know only
 * one setting for every request.
 */
class SecureCookies extends HttpServletResponseWrapper {

  SecureCookies(HttpServletResponse response) {
    super(response);
  }

  @Override
  public void addCookie(Cookie cookie) {
    cookie.setSecure(true);
    super.addCookie(cookie);
  }

  @Override
  public void addHeader(String name, String value) {
    super.addHeader(name, secure(name, value));
  }

  @Override
  public void setHeader(String name, String value) {
    super.setHeader(name, secure(name, value));
  }

  private static String secure(String name, String value) {
    boolean cookie = HttpHeaders.SET_COOKIE.equalsIgnoreCase(name);
    return cookie
            && !value.toLowerCase(Locale.ROOT).contains("; secure")
            && !value.toLowerCase(Locale.ROOT).contains(";secure")
        ? value + "; Secure"
        : value;
  }
}
