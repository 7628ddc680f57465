package org.socle.security;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Kinds of refusals that programs can tell apart; their texts stand in the bundle. */
public enum ProblemKind {
  MALFORMED(HttpStatus.BAD_REQUEST),
  INVALID(HttpStatus.BAD_REQUEST),
  UNAUTHORIZED(HttpStatus.UNAUTHORIZED),
  FORBIDDEN(HttpStatus.FORBIDDEN),
  PLAIN_HTTP(HttpStatus.FORBIDDEN),
  SECOND_FACTOR(HttpStatus.FORBIDDEN),
  PASSWORD_DUE(HttpStatus.FORBIDDEN),
  NOT_FOUND(HttpStatus.NOT_FOUND),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
  CONFLICT(HttpStatus.CONFLICT),
  TOO_LARGE(HttpStatus.PAYLOAD_TOO_LARGE),
  UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
  KEY_REUSED(HttpStatus.UNPROCESSABLE_ENTITY),
  TOO_MANY(HttpStatus.TOO_MANY_REQUESTS),
  NOT_SET_UP(HttpStatus.SERVICE_UNAVAILABLE),
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR);

  private final HttpStatus status;

  ProblemKind(HttpStatus status) {
    this.status = status;
  }

  /** Its HTTP status. */
  public HttpStatus status() {
    return status;
  }

  /** Its stable word, such as {@code not-found}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind for a status that something else chose. */
  public static ProblemKind of(int status) {
    return Arrays.stream(values())
        .filter(kind -> kind.status.value() == status)
        .findFirst()
        .orElse(status < 500 ? MALFORMED : INTERNAL);
  }
}
