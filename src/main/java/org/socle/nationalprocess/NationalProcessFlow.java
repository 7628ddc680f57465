package org.socle.nationalprocess;

import java.util.Map;
import org.socle.tracking.Actor;

/** Starts national processes; request page, API and case files use it, the Tasklist's start form takes the same way. */
public interface NationalProcessFlow {

  /**
   * Starts a national process with the values of form {@code submit-request}.
   *
   * @return id of the new case
   * @throws org.socle.tracking.InvalidFormException when a value is wrong; nothing is stored then
   */
  String submitRequest(Map<String, ?> values, Actor actor);

  /**
   * Starts a national process that is carried from a file of published facts: required values may be absent, rules whose
   * inputs were not published are passed by a visible entry.
   *
   * @return id of the new case
   * @throws org.socle.tracking.InvalidFormException when a value is wrong; nothing is stored then
   */
  String submitPublished(Map<String, ?> values, Actor actor, PublishedFile file);

  /**
   * The file that a case is carried from.
   *
   * @param hash SHA-256 of the file in hexadecimal digits
   * @param sources where the facts were published
   */
  record PublishedFile(String hash, String sources) {}
}
