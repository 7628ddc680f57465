package org.socle.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says that others came first every time; nothing is broken and nothing was stored. */
@ControllerAdvice
class CameSecondAdvice {

  /** The same for a page that keeps what was typed. */
  static final List<FieldError> ERRORS =
      List.of(new FieldError("", "error.came-second", List.of()));

  @ExceptionHandler(ConcurrencyFailureException.class)
  void cameSecond(HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.CONFLICT.value());
  }
}
