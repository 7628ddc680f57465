package org.socle.security;

import java.util.List;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CompositeHeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;

/** What every answer tells a browser about what it may do with it. */
final class PageHeaders {

  /** Pico draws its ticks and arrows as data: images; everything else is a file of ours. */
  private static final String OUR_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
          + "frame-ancestors 'none'";

  private static final String NO_DEVICES =
      "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
  private static final long A_YEAR = 31_536_000;

  /** Headers of our pages and of the door of programs; HSTS over https alone. */
  static final HeaderWriter OURS = with(new ContentSecurityPolicyHeaderWriter(OUR_POLICY));

  /**
   * Headers under the path of the engine's web applications, whose scripts need a looser policy.
   */
  static final HeaderWriter ENGINES = with(new EnginePolicy());

  private PageHeaders() {}

  private static HeaderWriter with(HeaderWriter policy) {
    return new CompositeHeaderWriter(
        List.of(
            policy,
            // This host alone: what its neighbours under the same name speak is not ours to say.
            new HstsHeaderWriter(A_YEAR, false),
            new XContentTypeOptionsHeaderWriter(),
            new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
            new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN),
            new PermissionsPolicyHeaderWriter(NO_DEVICES)));
  }
}
