package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.socle.notification.GroupLetter;
import org.socle.notification.Mail;
import org.socle.notification.ReadMails;
import org.socle.notification.ReadMails.Read;
import org.socle.notification.Recipients.Capacity;
import org.socle.tracking.Duties.Duty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every mail of a whole case, written at the moment at which it would leave. */
class CaseMailsTests extends WholeCase {

  private static final Path PAGES = Path.of("target/mails");

  @Autowired private ApplicationContext context;

  private final Set<String> seen = new TreeSet<>();
  private final Set<String> pointless = new TreeSet<>();
  private long last;
  private int asked;

  @Test
  void everyMailOfAWholeCaseIsWrittenWithWhatItIsAbout() {
    walk(this::readNew);
    assertThat(seen)
        .contains(
            "request-acknowledged-government-focal-point",
            "clarification-asked-government-focal-point",
            "agency-invited-agency",
            "support-confirmed-government-focal-point",
            "support-confirmed-secretariat",
            "nomination-asked-seat",
            "working-group-installed-seat",
            "round-convened-seat",
            "position-asked-seat",
            "opinion-asked-seat",
            "condition-assigned-owner",
            "answer-entered-owner",
            "case-suspended-owner",
            "case-resumed-government-focal-point",
            "year-of-suspension-over-secretariat",
            "mandate-reconfirmation-asked-government-focal-point");
    assertThat(pointless)
        .as("answered before this test looks")
        .containsExactly("year-of-suspension-over-government-focal-point");
    assertThat(asked).as("mails that lead to a duty").isGreaterThan(30);
  }

  private record Row(long id, String kind, String recipient, String event) {}

  private void readNew() {
    List<Row> rows =
        jdbc.sql(
                "select id, kind, recipient, event from notification_outbox where case_id = ? and id > ? order by id")
            .params(caseId, last)
            .query(Row.class)
            .list();
    for (Row row : rows) {
      last = row.id();
      read(new Mail(caseId, row.kind(), row.recipient(), row.event()));
    }
  }

  private void read(Mail mail) {
    ReadMails mails = new ReadMails(context);
    Optional<GroupLetter> today = mails.letter(mail);
    if (today.isEmpty()) {
      pointless.add(mail.kind());
      return;
    }
    GroupLetter letter = today.get();
    seen.add(mail.kind());
    if (letter.path().startsWith("/my-tasks/")) {
      Duty duty = duties.find(letter.path().substring("/my-tasks/".length())).orElseThrow();
      assertThat(duty.owed()).as(mail.kind()).isTrue();
      assertThat(duty.group()).isEqualTo(mail.recipient());
      assertThat(duty.dueDate()).isEqualTo(letter.due());
      asked++;
    } else {
      assertThat(letter.path()).isEqualTo("/cases/" + caseId);
    }
    for (String language : List.of("en", "fr", "es")) {
      Read read = mails.read(mail, letter, Capacity.TITULAR, "person-1", language);
      assertThat(read.subject() + read.plain()).doesNotContainPattern("\\{\\d");
      assertThat(read.html()).contains(letter.path());
      keep(read);
    }
  }

  /** For whoever wants to look at them. */
  private static void keep(Read read) {
    try {
      Files.createDirectories(PAGES);
      Files.writeString(PAGES.resolve(read.kind() + "_" + read.language() + ".html"), read.html());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
