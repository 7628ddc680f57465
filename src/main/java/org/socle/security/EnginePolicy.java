package org.socle.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import org.springframework.security.web.header.HeaderWriter;

/**
 * The content policy of the engine's web applications, with a nonce for each request.
 *
 * <p>Their own filter keeps one nonce for all requests at a time, so that pages drawn side by side
 * lose their scripts, and takes it from no secure source.
 */
public final class EnginePolicy implements HeaderWriter {

  private static final String HEADER = "Content-Security-Policy";
  private static final String NONCE = EnginePolicy.class.getName() + ".nonce";
  private static final int NONCE_BYTES = 20;

  /** AngularJS compiles its templates and sets styles on elements. */
  private static final String POLICY =
      "default-src 'self'; script-src 'nonce-%s' 'strict-dynamic' 'unsafe-eval'; "
          + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
          + "form-action 'self'; base-uri 'self'; object-src 'none'; frame-ancestors 'none'; "
          + "sandbox allow-forms allow-scripts allow-same-origin allow-popups allow-downloads";

  EnginePolicy() {}

  /** The nonce of a request, made when first asked for. */
  public static String nonce(HttpServletRequest request) {
    if (request.getAttribute(NONCE) instanceof String made) {
      return made;
    }
    String nonce =
        Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.bytes(NONCE_BYTES));
    request.setAttribute(NONCE, nonce);
    return nonce;
  }

  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    if (!response.containsHeader(HEADER)) {
      response.setHeader(HEADER, POLICY.formatted(nonce(request)));
    }
  }
}
