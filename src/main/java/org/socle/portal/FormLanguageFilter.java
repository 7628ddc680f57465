package org.socle.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.socle.portal.EarlierEntries.Returned;
import org.socle.tracking.FormSchema.Option;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Hands the Tasklist its forms in the language of the person who is signed in, a task's form with
 * the way to the page of its case.
 */
class FormLanguageFilter extends OncePerRequestFilter {

  private static final Pattern FORM =
      Pattern.compile(
          "/camunda/api/engine/engine/[^/]+/(task/(?<task>[^/]+)/deployed-form|process-definition/.+/deployed-start-form)/?");

  private static final Pattern TASK = Pattern.compile("/task/([^/]+)/deployed-form");

  private final FormJson forms;
  private final Supplier<TaskCaseLink> link;
  private final LocaleResolver locales;
  private final Function<String, Optional<Returned>> returned;
  private final Function<Locale, List<Option>> countries;

  /**
   * A filter.
   *
   * @param returned how the step of a task came back, if it did
   * @param countries countries that a start form offers its reader
   */
  FormLanguageFilter(
      FormJson forms,
      Supplier<TaskCaseLink> link,
      LocaleResolver locales,
      Function<String, Optional<Returned>> returned,
      Function<Locale, List<Option>> countries) {
    this.forms = forms;
    this.link = link;
    this.locales = locales;
    this.returned = returned;
    this.countries = countries;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !form(request).matches();
  }

  private static Matcher form(HttpServletRequest request) {
    return FORM.matcher(request.getRequestURI().substring(request.getContextPath().length()));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper buffered = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, buffered);
    if (isForm(buffered)) {
      Locale locale = locales.resolveLocale(request);
      byte[] localised =
          forms.localise(
              buffered.getContentAsByteArray(), locale, above(request, locale), before(request));
      if (form(request).matches() && start(request)) {
        localised = forms.withOptions(localised, "country", countries.apply(locale));
      }
      buffered.resetBuffer();
      buffered.getOutputStream().write(localised);
    }
    buffered.copyBodyToResponse();
  }

  private static boolean start(HttpServletRequest request) {
    return request.getRequestURI().contains("/deployed-start-form");
  }

  private Optional<Returned> before(HttpServletRequest request) {
    Matcher task = TASK.matcher(request.getRequestURI());
    return task.find() ? returned.apply(task.group(1)) : Optional.empty();
  }

  private @Nullable String above(HttpServletRequest request, Locale locale) {
    Matcher form = form(request);
    String task = form.matches() ? form.group("task") : null;
    return task == null ? null : link.get().markdown(task, locale).orElse(null);
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
