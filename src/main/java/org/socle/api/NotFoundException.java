package org.socle.api;

/** Nothing is there, or nothing that this account may see: the answer is the same. */
class NotFoundException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotFoundException(String caseId) {
    super("No case " + caseId + " for this account");
  }
}
