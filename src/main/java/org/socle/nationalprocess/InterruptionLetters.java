package org.socle.nationalprocess;

import java.util.Optional;
import java.util.Set;
import org.socle.notification.GroupLetter;
import org.socle.notification.GroupLetters;
import org.socle.notification.Mail;
import org.socle.security.DutyLetters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails about cases that stand still, go on, are withdrawn or wait for a new government. */
@Component
class InterruptionLetters implements GroupLetters {

  private static final String CHOICE = "year-of-suspension-over-government-focal-point";
  private static final String RECONFIRMATION =
      "mandate-reconfirmation-asked-government-focal-point";

  private static final Set<String> WITH_REASON =
      Set.of(
          "case-suspended-owner",
          "case-withdrawn-government-focal-point",
          "case-withdrawn-secretariat");

  private final DutyLetters letters;
  private final JdbcClient jdbc;

  InterruptionLetters(DutyLetters letters, JdbcClient jdbc) {
    this.letters = letters;
    this.jdbc = jdbc;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(
        "case-suspended-owner",
        "case-resumed-government-focal-point",
        "case-withdrawn-government-focal-point",
        "case-withdrawn-secretariat",
        CHOICE,
        "year-of-suspension-over-secretariat",
        RECONFIRMATION,
        "government-change-not-reached-secretariat");
  }

  @Override
  public Optional<GroupLetter> write(Mail mail) {
    if (CHOICE.equals(mail.kind())) {
      return letters.asked(mail, "choose-resumption-or-withdrawal");
    }
    if (RECONFIRMATION.equals(mail.kind())) {
      return letters.asked(mail, "reconfirm-mandate");
    }
    GroupLetter letter = letters.told(mail);
    return Optional.of(
        WITH_REASON.contains(mail.kind()) ? letter.with("reason", reason(mail.event())) : letter);
  }

  private String reason(String interruptionId) {
    return jdbc.sql("select reason from interruption where id = ?")
        .param(interruptionId)
        .query(String.class)
        .optional()
        .orElse("");
  }
}
