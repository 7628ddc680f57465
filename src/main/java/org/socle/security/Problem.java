package org.socle.security;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A refusal as RFC 9457 describes it.
 *
 * @param type what kind of refusal it is, {@code urn:socle:problem:<code>}
 * @param title the kind in words
 * @param status HTTP status
 * @param detail what to do about it
 * @param instance path of the refused request
 * @param errors the wrong fields, if any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    List<FieldProblem> errors) {

  /**
   * One wrong field.
   *
   * @param field name of the field, parameter or header; empty for the request as a whole
   * @param code what is wrong, stable
   * @param message what to do about it, in the reader's language
   */
  public record FieldProblem(String field, String code, String message) {}
}
