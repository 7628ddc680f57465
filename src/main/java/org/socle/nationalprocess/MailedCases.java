package org.socle.nationalprocess;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.socle.notification.MailCases;
import org.springframework.stereotype.Component;

/** Cases as mails name them. */
@Component
class MailedCases implements MailCases {

  private final Cases cases;

  MailedCases(Cases cases) {
    this.cases = cases;
  }

  @Override
  public Optional<MailCase> find(String caseId) {
    return cases
        .find(caseId)
        .map(
            found ->
                new MailCase(found.reference(), found.country(), titles(found), found.phase()));
  }

  private static Map<String, String> titles(CaseRecord found) {
    Map<String, String> titles = new HashMap<>();
    titles.put("en", found.title());
    if (found.titleFr() != null) {
      titles.put("fr", found.titleFr());
    }
    if (found.titleEs() != null) {
      titles.put("es", found.titleEs());
    }
    return titles;
  }
}
