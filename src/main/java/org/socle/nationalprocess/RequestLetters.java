package org.socle.nationalprocess;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.socle.notification.GroupLetter;
import org.socle.notification.GroupLetters;
import org.socle.notification.Mail;
import org.socle.security.DutyLetters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails about a request for support, to the government and the agencies. */
@Component
class RequestLetters implements GroupLetters {

  private static final String CLARIFICATION = "answer-clarification";

  private final DutyLetters letters;
  private final Cases cases;
  private final JdbcClient jdbc;

  RequestLetters(DutyLetters letters, Cases cases, JdbcClient jdbc) {
    this.letters = letters;
    this.cases = cases;
    this.jdbc = jdbc;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(
        "request-acknowledged-government-focal-point",
        "request-declined-government-focal-point",
        "request-redirected-government-focal-point",
        "request-lapsed-government-focal-point",
        "clarification-asked-government-focal-point",
        "clarification-extended-government-focal-point",
        "agency-invited-agency",
        "support-confirmed-government-focal-point",
        "support-confirmed-secretariat");
  }

  @Override
  public Optional<GroupLetter> write(Mail mail) {
    CaseRecord about = cases.get(Objects.requireNonNull(mail.caseId()));
    return switch (mail.kind()) {
      case "clarification-asked-government-focal-point",
          "clarification-extended-government-focal-point" ->
          letters
              .asked(mail, CLARIFICATION)
              .map(letter -> letter.with("question", question(mail.event())));
      case "agency-invited-agency" ->
          letters.asked(mail, duty -> mail.event().equals(duty.askingId()));
      case "request-declined-government-focal-point", "request-redirected-government-focal-point" ->
          Optional.of(letters.told(mail).with("reason", about.reason()));
      case "support-confirmed-government-focal-point" ->
          Optional.of(letters.told(mail).with("lead-agency", about.leadAgency()));
      // What was noted of a lapsed request is in English, and the text says it all.
      default -> Optional.of(letters.told(mail));
    };
  }

  private String question(String clarificationId) {
    return jdbc.sql("select question from clarification where id = ?")
        .param(clarificationId)
        .query(String.class)
        .optional()
        .orElse("");
  }
}
