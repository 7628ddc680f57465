package org.socle.notification;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socle.evidence.Published;
import org.socle.notification.MailCases.MailCase;
import org.socle.notification.MailTable.Delivery;
import org.socle.notification.MailTable.Queued;
import org.socle.notification.RecipientRule.Choice;
import org.socle.notification.RecipientRule.Question;
import org.socle.notification.Recipients.Addressee;
import org.socle.notification.Recipients.Capacity;
import org.socle.notification.Recipients.Party;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Turns a mail to a group into one delivery for each person who may act for it today. */
@Component
class Expansion {

  private static final Logger LOG = LoggerFactory.getLogger(Expansion.class);

  private final MailTable table;
  private final Writers writers;
  private final RecipientDirectory directory;
  private final RecipientRule rule;
  private final ObjectProvider<MailCases> cases;
  private final Published published;
  private final Patience patience;
  private final Clock clock;

  Expansion(
      MailTable table,
      Writers writers,
      RecipientDirectory directory,
      RecipientRule rule,
      ObjectProvider<MailCases> cases,
      Published published,
      Patience patience,
      Clock clock) {
    this.table = table;
    this.writers = writers;
    this.directory = directory;
    this.rule = rule;
    this.cases = cases;
    this.published = published;
    this.patience = patience;
    this.clock = clock;
  }

  /** Expands one batch; returns how many rows were taken, 0 when nothing is due. */
  int run() {
    List<Queued> due = table.claim(clock.instant());
    due.forEach(this::expand);
    return due.size();
  }

  private void expand(Queued row) {
    try {
      String caseId = row.mail().caseId();
      if (writers.personal(row.mail().kind()).isPresent()) {
        String person = row.mail().recipient();
        Delivery alone = new Delivery(person, Capacity.PERSON, null, null, null);
        table.expand(row.id(), "expanded", List.of(alone), clock.instant());
      } else if (caseId == null || published.replayed(caseId)) {
        table.expand(row.id(), caseId == null ? "void" : "replayed", List.of(), clock.instant());
      } else {
        expand(row, caseId);
      }
    } catch (RuntimeException e) {
      LOG.warn("Mail {} of kind {} could not be shared out", row.id(), row.mail().kind(), e);
      if (patience.over(row.createdAt())) {
        table.expand(row.id(), "given-up", List.of(), clock.instant());
      } else {
        table.putOff(row.id(), patience.next(row.attempts()), Refusal.words(e));
      }
    }
  }

  private void expand(Queued row, String caseId) {
    Optional<MailCase> about = cases.orderedStream().findFirst().flatMap(all -> all.find(caseId));
    String country = about.map(MailCase::country).orElse(null);
    Optional<Party> party = directory.find(row.mail().recipient(), country);
    if (party.isEmpty()) {
      table.expand(row.id(), "void", List.of(), clock.instant());
      return;
    }
    String phase = about.map(MailCase::phase).orElse(null);
    Choice choice =
        rule.choose(new Question(caseId, row.mail().kind(), phase, party.get().constituency()));
    List<Delivery> chosen = chosen(party.get(), choice);
    String state = chosen.isEmpty() ? "unreachable" : "expanded";
    List<Delivery> all = new ArrayList<>(chosen);
    choice.copies().forEach(group -> all.addAll(copies(group, country, party.get())));
    table.expand(row.id(), state, different(all), clock.instant());
  }

  private static List<Delivery> chosen(Party party, Choice choice) {
    List<Delivery> chosen = new ArrayList<>();
    choice.first().stream()
        .map(capacity -> reachable(party, capacity))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .ifPresent(chosen::addAll);
    choice.also().forEach(capacity -> chosen.addAll(reachable(party, capacity)));
    return chosen;
  }

  private static List<Delivery> reachable(Party party, Capacity capacity) {
    return party.people().stream()
        .filter(person -> person.capacity() == capacity && !person.address().isBlank())
        .map(person -> delivery(person, capacity, party.name()))
        .toList();
  }

  private List<Delivery> copies(String group, @Nullable String country, Party of) {
    return directory.find(group, country).map(Party::people).orElse(List.of()).stream()
        .filter(person -> !person.address().isBlank())
        .map(person -> delivery(person, Capacity.COPY, of.name()))
        .toList();
  }

  private static Delivery delivery(Addressee person, Capacity capacity, @Nullable String party) {
    return new Delivery(person.key(), capacity, party, person.address(), person.language());
  }

  /** Nobody gets the same mail twice, be it as somebody else or at the same address. */
  private static List<Delivery> different(List<Delivery> all) {
    Set<String> seen = new HashSet<>();
    List<Delivery> different = new ArrayList<>();
    for (Delivery each : all) {
      String address = String.valueOf(each.address()).strip().toLowerCase(Locale.ROOT);
      if (seen.add(each.person()) & seen.add(address)) {
        different.add(each);
      }
    }
    return different;
  }
}
