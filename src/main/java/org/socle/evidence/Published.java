package org.socle.evidence;

import java.util.Optional;

/**
 * Facts about a case that is carried from a file of published facts, and what the file could not
 * say.
 */
public interface Published {

  /**
   * Marks a case as carried from a file, in the caller's transaction.
   *
   * @param fileHash SHA-256 of the file; one file carries one case
   * @param sources where the facts were published
   */
  void carry(String caseId, String fileHash, String sources);

  /** The case that was carried from a file with this SHA-256, if any. */
  Optional<String> caseOfFile(String fileHash);

  /** Whether an entry for the step was written at this very moment of the case. */
  boolean entered(String caseId, String step);

  /** Whether the case is carried from a file of published facts. */
  boolean replayed(String caseId);

  /**
   * Writes the visible entry <em>not published</em>: a step or rule was passed because its inputs
   * were not published.
   *
   * @param step element id or decision key
   * @param missing what was not published, in a few words
   */
  void notPublished(String caseId, String step, String missing);

  /**
   * Writes the visible entry <em>published otherwise</em>: a rule failed on published facts and the
   * published course was followed.
   *
   * @param step element id or decision key
   * @param result what the rule said
   */
  void publishedOtherwise(String caseId, String step, String result);
}
