package org.socle.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socle.security.ProblemKind;
import org.socle.security.Problems;
import org.socle.tracking.AlreadySentException;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.core.Ordered;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Turns whatever goes wrong under {@code /api} into a problem, before the pages' answers to it. */
@Component
class ApiRefusals implements HandlerExceptionResolver, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(ApiRefusals.class);

  private final Problems problems;

  ApiRefusals(Problems problems) {
    this.problems = problems;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception thrown) {
    if (!Problems.concerns(request)) {
      return null;
    }
    try {
      if (thrown instanceof InvalidFormException refused) {
        problems.write(request, response, refused);
      } else if (thrown instanceof MethodArgumentTypeMismatchException wrong) {
        problems.write(request, response, ProblemKind.INVALID, List.of(error(wrong)));
      } else {
        headers(response, thrown);
        problems.write(request, response, kind(thrown));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ModelAndView();
  }

  private static FieldError error(MethodArgumentTypeMismatchException wrong) {
    Class<?> wanted = wrong.getRequiredType();
    String message =
        wanted != null && wanted.isEnum() ? "error.not-an-option" : "error.not-a-whole-number";
    return new FieldError(wrong.getName(), message, List.of());
  }

  private static void headers(HttpServletResponse response, Exception thrown) {
    if (thrown instanceof ErrorResponse refused) {
      String allowed = refused.getHeaders().getFirst(HttpHeaders.ALLOW);
      if (allowed != null) {
        response.setHeader(HttpHeaders.ALLOW, allowed);
      }
    }
  }

  private static ProblemKind kind(Exception thrown) {
    if (thrown instanceof HttpMessageNotReadableException
        || thrown instanceof MissingRequestValueException
        || thrown instanceof RequestRejectedException) {
      return ProblemKind.MALFORMED;
    }
    if (thrown instanceof NotFoundException) {
      return ProblemKind.NOT_FOUND;
    }
    if (thrown instanceof AccessDeniedException) {
      return ProblemKind.FORBIDDEN;
    }
    if (thrown instanceof AlreadySentException) {
      return ProblemKind.KEY_REUSED;
    }
    if (thrown instanceof ConcurrencyFailureException) {
      return ProblemKind.CONFLICT;
    }
    if (thrown instanceof ErrorResponse refused) {
      return ProblemKind.of(refused.getStatusCode().value());
    }
    LOG.error("A request of a program failed", thrown);
    return ProblemKind.INTERNAL;
  }
}
