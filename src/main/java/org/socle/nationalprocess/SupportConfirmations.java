package org.socle.nationalprocess;

import java.util.Map;
import org.socle.evidence.Evidence;
import org.socle.evidence.Published;
import org.socle.notification.Mail;
import org.socle.notification.Notifications;
import org.socle.stakeholder.Institutions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Confirmed support: the end of the request and the beginning of the working group. */
@Service
public class SupportConfirmations {

  private final Cases cases;
  private final Phases phases;
  private final Institutions institutions;
  private final Published published;
  private final Notifications notifications;
  private final Evidence evidence;

  SupportConfirmations(
      Cases cases,
      Phases phases,
      Institutions institutions,
      Published published,
      Notifications notifications,
      Evidence evidence) {
    this.cases = cases;
    this.phases = phases;
    this.institutions = institutions;
    this.published = published;
    this.notifications = notifications;
    this.evidence = evidence;
  }

  /**
   * Tells government and secretariat that support is confirmed and opens the phase of the working
   * group.
   */
  @Transactional
  public void confirm(String caseId) {
    mail(caseId, "support-confirmed-government-focal-point", "government-focal-point");
    mail(caseId, "support-confirmed-secretariat", "secretariat");
    evidence.record(caseId, Evidence.SYSTEM, "support.confirmed", caseId, Map.of());
    phases.enter(caseId, Phase.WORKING_GROUP);
    if (!published.replayed(caseId)) {
      institutions.startFromDefaults(caseId, cases.get(caseId).country());
    }
  }

  private void mail(String caseId, String kind, String recipient) {
    notifications.enqueue(new Mail(caseId, kind, recipient, caseId));
  }
}
