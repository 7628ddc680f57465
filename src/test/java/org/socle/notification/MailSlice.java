package org.socle.notification;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.Evidence;
import org.socle.evidence.Published;
import org.socle.evidence.Rules;
import org.springframework.context.annotation.Bean;

/** What stands around the relay: one kind for a person and one for a group that only tests know. */
class MailSlice {

  @Bean
  Published published() {
    Published published = mock(Published.class);
    when(published.replayed("carried")).thenReturn(true);
    return published;
  }

  @Bean
  Rules rules() {
    Rules rules = mock(Rules.class);
    when(rules.decide(any(), eq("choose-recipients"), any()))
        .thenReturn(
            List.of(
                Map.of(
                    "recipients",
                    "TITULAR,ALTERNATE,CONTACT,INSTITUTION",
                    "also",
                    "",
                    "copies",
                    "secretariat")));
    return rules;
  }

  @Bean
  Evidence evidence() {
    return mock(Evidence.class);
  }

  @Bean
  TestLetters letters() {
    return new TestLetters();
  }

  @Bean
  TestGroups groups() {
    return new TestGroups();
  }

  /** Writes the mails of a kind to one person. */
  static class TestLetters implements Letters {

    final Map<String, Letter> byRecipient = new ConcurrentHashMap<>();

    @Override
    public boolean knows(String kind) {
      return kind.equals("test-asked-person");
    }

    @Override
    public Optional<Letter> write(String kind, String recipient, String event) {
      return Optional.ofNullable(byRecipient.get(recipient));
    }
  }

  /** Groups, the one case, and the mails of a kind to groups. */
  static class TestGroups implements Recipients, MailCases, GroupLetters {

    final Map<String, Party> parties = new ConcurrentHashMap<>();
    final List<String> answered = new ArrayList<>();
    volatile GroupLetter letter = letter();

    private static GroupLetter letter() {
      return GroupLetter.on("/my-tasks/d1")
          .by(LocalDate.of(2026, 6, 15))
          .with("reason", "It is due");
    }

    void clear() {
      parties.clear();
      answered.clear();
      letter = letter();
    }

    @Override
    public Optional<Party> find(String group, @Nullable String country) {
      return Optional.ofNullable(parties.get(group));
    }

    @Override
    public Optional<MailCase> find(String caseId) {
      return Optional.of(
          new MailCase(
              "SPF-XTR-2026-001",
              "XTR",
              Map.of("en", "A floor for all", "fr", "Un socle pour tous"),
              "DIALOGUE"));
    }

    @Override
    public Set<String> kinds() {
      return Set.of("test-asked-seat");
    }

    @Override
    public Optional<GroupLetter> write(Mail mail) {
      return answered.contains(mail.recipient()) ? Optional.empty() : Optional.of(letter);
    }
  }
}
