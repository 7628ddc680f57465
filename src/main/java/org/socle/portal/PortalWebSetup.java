package org.socle.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Language of pages and of the Tasklist's forms. */
@Configuration(proxyBeanMethods = false)
class PortalWebSetup implements WebMvcConfigurer {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    LocaleChangeInterceptor languages = new LocaleChangeInterceptor();
    languages.setParamName("lang");
    languages.setHttpMethods("GET");
    languages.setIgnoreInvalidLocale(true);
    registry.addInterceptor(languages);
  }

  @Bean
  static LocaleResolver localeResolver() {
    return new ReaderLocaleResolver();
  }

  /** The page of errors reads no parts: another servlet's request has none that it may read. */
  @Bean
  static MultipartResolver multipartResolver() {
    return new StandardServletMultipartResolver() {
      @Override
      public boolean isMultipart(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.REQUEST && super.isMultipart(request);
      }
    };
  }

  @Bean
  static FilterRegistrationBean<ClosedTaskFilter> closedTaskFilter(
      ObjectProvider<DutyList> duties,
      ObjectProvider<DutyFacts> facts,
      MessageSource messages,
      LocaleResolver locales,
      ObjectMapper json) {
    // Filters are made with the web server, before the database may be asked.
    FilterRegistrationBean<ClosedTaskFilter> registration =
        new FilterRegistrationBean<>(new ClosedTaskFilter(duties, facts, messages, locales, json));
    registration.addUrlPatterns("/camunda/api/engine/*");
    registration.setOrder(Ordered.LOWEST_PRECEDENCE - 101);
    return registration;
  }

  // After Spring Security's chain, so that the account is known.
  @Bean
  static FilterRegistrationBean<FormLanguageFilter> formLanguageFilter(
      FormJson forms,
      ObjectProvider<TaskCaseLink> link,
      LocaleResolver locales,
      ObjectProvider<EarlierEntries> earlier,
      ObjectProvider<UsualEntries> usual,
      ObjectProvider<StartCountries> countries) {
    FilterRegistrationBean<FormLanguageFilter> registration =
        new FilterRegistrationBean<>(
            new FormLanguageFilter(
                forms,
                link::getObject,
                locales,
                task -> earlier.getObject().ofTask(task).or(() -> usual.getObject().ofTask(task)),
                locale -> countries.getObject().options(locale)));
    registration.addUrlPatterns("/camunda/api/engine/*");
    registration.setOrder(Ordered.LOWEST_PRECEDENCE - 100);
    return registration;
  }
}
