package org.socle.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Hands the Tasklist its forms in the language of the person who is signed in. */
class FormLanguageFilter extends OncePerRequestFilter {

  private static final Pattern FORM =
      Pattern.compile(
          "/camunda/api/engine/engine/[^/]+/(task/[^/]+/deployed-form|process-definition/.+/deployed-start-form)/?");

  private final FormJson forms;
  private final LocaleResolver locales;

  FormLanguageFilter(FormJson forms, LocaleResolver locales) {
    this.forms = forms;
    this.locales = locales;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !FORM.matcher(request.getRequestURI().substring(request.getContextPath().length()))
        .matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper buffered = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, buffered);
    if (isForm(buffered)) {
      byte[] localised =
          forms.localise(buffered.getContentAsByteArray(), locales.resolveLocale(request));
      buffered.resetBuffer();
      buffered.getOutputStream().write(localised);
    }
    buffered.copyBodyToResponse();
  }

  // The engine's API answers with the type of the deployed file, which may be JSON or plain bytes.
  private static boolean isForm(ContentCachingResponseWrapper response) {
    String type = response.getContentType();
    boolean readable =
        type == null
            || MediaType.parseMediaType(type).getSubtype().endsWith("json")
            || MediaType.APPLICATION_OCTET_STREAM.isCompatibleWith(MediaType.parseMediaType(type));
    return readable
        && response.getStatus() == HttpServletResponse.SC_OK
        && response.getContentSize() > 0;
  }
}
