package org.socle.nationalprocess;

import java.util.List;
import org.springframework.stereotype.Service;

/** The open invitation to the agencies resident in the country. */
@Service
public class AgencyAnswers {

  AgencyAnswers() {}

  /** The invited agencies of a case and their answers, by code. */
  public List<AgencyAnswer> ofCase(String caseId) {
    throw new UnsupportedOperationException();
  }
}
