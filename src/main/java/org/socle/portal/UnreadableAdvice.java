package org.socle.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Ids that nothing can have, and races that were lost to the end, are no faults of the program. */
@ControllerAdvice(basePackageClasses = UnreadableAdvice.class)
class UnreadableAdvice {

  /** SQL states of this class say that a value cannot be kept, such as NUL in a text. */
  private static final String DATA = "22";

  @ExceptionHandler
  void unreadable(DataIntegrityViolationException refused, HttpServletResponse response)
      throws IOException {
    if (refused.getMostSpecificCause() instanceof SQLException cause
        && cause.getSQLState() != null
        && cause.getSQLState().startsWith(DATA)) {
      response.sendError(HttpStatus.BAD_REQUEST.value());
    } else {
      throw refused;
    }
  }

  @ExceptionHandler
  void lost(ConcurrencyFailureException race, HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.CONFLICT.value());
  }
}
