package org.socle.tracking;

import org.jspecify.annotations.Nullable;

/** What a module does when an answer that staff entered for somebody stops to count. */
public interface AssistedAnswers {

  /** Whether the module keeps the answers of an asking of this kind. */
  boolean keeps(String kind);

  /**
   * Keeps the answer as struck and treats whoever was asked as silent, in the caller's transaction.
   *
   * @param subjectId what the contribution is about: the seat or the agency
   */
  void strike(String caseId, @Nullable String subjectId);
}
