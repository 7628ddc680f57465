package org.socle.portal;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/** What pages with a one-time link in them tell the browser. */
final class AccountPages {

  private AccountPages() {}

  /** No other site learns the address, and nothing keeps the page. */
  static void keepPrivate(HttpServletResponse response) {
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
