package org.socle.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.util.UrlUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Whoever has signed out here is sent on from the sign-in page to sign out at the provider too.
 *
 * <p>From that page and not by a redirect of the sign-out: our content policy lets forms lead to
 * ourselves alone, and the Tasklist signs out in the background.
 */
class OidcSignOut extends OncePerRequestFilter {

  private static final String LEFT_BEHIND = OidcSignOut.class.getName();

  private final OidcProvider provider;
  private final OidcProperties settings;

  OidcSignOut(OidcProvider provider, OidcProperties settings) {
    this.provider = provider;
    this.settings = settings;
  }

  /** Keeps in the next, still anonymous session what the provider wants to see. */
  void remember(HttpServletRequest request, @Nullable Authentication person) {
    if (person instanceof ProviderSignedIn signedIn) {
      request.getSession(true).setAttribute(LEFT_BEHIND, signedIn.idToken());
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return !"GET".equals(request.getMethod()) || !"/login".equals(path);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(LEFT_BEHIND) instanceof String idToken) {
      session.removeAttribute(LEFT_BEHIND);
      String end = address(request, idToken);
      if (!end.isEmpty()) {
        response.setHeader("Refresh", "0;url=" + end);
      }
    }
    chain.doFilter(request, response);
  }

  /**
   * Where the session at the provider ends, without a token of it; empty when it names no place.
   */
  String address(HttpServletRequest request, @Nullable String idToken) {
    try {
      return provider
          .endOfSession()
          .map(
              end -> {
                UriComponentsBuilder address =
                    UriComponentsBuilder.fromUri(end)
                        .queryParam("client_id", "{client}")
                        .queryParam("post_logout_redirect_uri", "{back}");
                if (idToken != null) {
                  address.queryParam("id_token_hint", idToken);
                }
                return address.encode().build(settings.clientId(), back(request)).toString();
              })
          .orElse("");
    } catch (IllegalArgumentException unreachable) {
      return "";
    }
  }

  private static String back(HttpServletRequest request) {
    return UriComponentsBuilder.fromUriString(UrlUtils.buildFullRequestUrl(request))
        .replacePath(request.getContextPath() + "/login")
        .replaceQuery("signed-out")
        .build()
        .toUriString();
  }
}
