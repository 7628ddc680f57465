package org.socle.nationalprocess;

import org.springframework.stereotype.Service;

/** Requests for support, from registration to the end of their examination. */
@Service
public class SupportRequests {

  SupportRequests() {}

  /** Registers a request under a new case; returns the case's reference. */
  public String register(String caseId, SubmittedRequest request, String actor) {
    throw new UnsupportedOperationException();
  }
}
