package org.socle.casefile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.socle.casefile.CaseFile.Event;
import org.socle.casefile.CaseFile.Figure;
import org.socle.casefile.CaseFile.Reported;
import org.socle.casefile.CaseFile.Source;
import org.socle.nationalprocess.Milestone;
import org.socle.nationalprocess.Milestones;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the facts of a case file that no step of the process asks for: events, figures to measure,
 * notes and sources.
 */
@Component
class PublishedFacts {

  private final JdbcClient jdbc;
  private final Milestones milestones;

  PublishedFacts(JdbcClient jdbc, Milestones milestones) {
    this.jdbc = jdbc;
    this.milestones = milestones;
  }

  /** Writes everything but the events, in the transaction that opens the case. */
  void open(String caseId, CaseFile file) {
    sources(caseId, file.sources());
    notes(caseId, "CHAIR", file.lead().stream().map(acronym -> name(file, acronym)).toList());
    notes(caseId, "ATTENDS_WITHOUT_SEAT", file.attendsWithoutSeat());
    notes(
        caseId,
        "BODY_CHAIR",
        file.bodies().stream()
            .filter(body -> body.chairedBy() != null)
            .map(body -> body.name() + ": " + body.chairedBy())
            .toList());
    notes(caseId, "NOTE", file.notes());
    IntStream.range(0, file.figures().size())
        .forEach(ord -> figure(caseId, ord, file.figures().get(ord)));
    IntStream.range(0, file.reported().size())
        .forEach(ord -> reported(caseId, ord, file, file.reported().get(ord)));
  }

  /** How many of the file's events stand in the case already. */
  int written(String caseId) {
    return milestones.ofCase(caseId).size();
  }

  /** Writes an event as a milestone of the case. */
  void event(String caseId, CaseFile file, Event event) {
    String until = event.until() == null ? null : event.until().text();
    String who = event.who().isEmpty() ? null : String.join(", ", event.who());
    milestones.add(
        caseId,
        new Milestone(
            event.date().text(),
            until,
            event.kind().word(),
            who,
            wording(event),
            citation(file, event.source())));
    if (event.id() != null) {
      link(caseId, file, event, event.id());
    }
  }

  /** Where an event was published: its own source, else all of the file's. */
  static String citation(CaseFile file, @Nullable String source) {
    return file.source(source)
        .map(Source::citation)
        .orElseGet(
            () -> file.sources().stream().map(Source::citation).collect(Collectors.joining("; ")));
  }

  private void link(String caseId, CaseFile file, Event event, String id) {
    String body = file.body(event).map(CaseFile.Body::name).orElse(null);
    jdbc.sql(
            """
            insert into case_event (case_id, event, milestone_id, body, attempt)
            values (:case, :event, (select max(id) from nationalprocess_v_milestone where case_id = :case), :body, :attempt)
            """)
        .param("case", caseId)
        .param("event", id)
        .param("body", event.outcome() == null ? null : body)
        .param(
            "attempt",
            event.outcome() == null
                ? null
                : attempt(file, event, Objects.requireNonNullElse(body, "")))
        .update();
  }

  private static int attempt(CaseFile file, Event event, String body) {
    List<Event> same =
        file.decisions().stream().filter(decision -> decision.who().contains(body)).toList();
    return same.indexOf(event) + 1;
  }

  private static String wording(Event event) {
    if (event.what() != null) {
      return event.what();
    }
    String outcome =
        event.outcome() == null ? event.kind().word() : event.outcome().toLowerCase(Locale.ROOT);
    String conditions =
        event.conditions().isEmpty() ? "" : ": " + String.join("; ", event.conditions());
    return outcome.replace('_', ' ') + conditions;
  }

  private void sources(String caseId, List<Source> sources) {
    for (int ord = 0; ord < sources.size(); ord++) {
      jdbc.sql("insert into case_source (case_id, ord, title, address) values (?, ?, ?, ?)")
          .params(caseId, ord, sources.get(ord).title(), sources.get(ord).address())
          .update();
    }
  }

  private void notes(String caseId, String kind, List<String> texts) {
    texts.forEach(
        text ->
            jdbc.sql("insert into case_note (case_id, kind, text) values (?, ?, ?)")
                .params(caseId, kind, text)
                .update());
  }

  private static String name(CaseFile file, String acronym) {
    return file.institutions().stream()
        .filter(institution -> institution.acronym().equals(acronym))
        .map(institution -> institution.name() + " (" + acronym + ")")
        .findFirst()
        .orElse(acronym);
  }

  private void figure(String caseId, int ord, Figure figure) {
    jdbc.sql(
            """
            insert into case_figure (case_id, ord, name, title_en, title_fr, title_es, from_event, to_event)
            values (:case, :ord, :name, :en, :fr, :es, :from, :to)
            """)
        .params(figure.title())
        .params(
            Map.of(
                "case",
                caseId,
                "ord",
                ord,
                "name",
                figure.name(),
                "from",
                figure.from(),
                "to",
                figure.to()))
        .update();
  }

  private void reported(String caseId, int ord, CaseFile file, Reported span) {
    jdbc.sql(
            """
            insert into case_reported_span (case_id, ord, name, title_en, title_fr, title_es, from_text, to_text, note,
                   source)
            values (:case, :ord, :name, :en, :fr, :es, :from, :to, :note, :source)
            """)
        .params(span.title())
        .params(Map.of("case", caseId, "ord", ord, "name", span.name()))
        .params(
            Map.of(
                "from",
                span.from().text(),
                "to",
                span.to().text(),
                "source",
                citation(file, span.source())))
        .param("note", span.note())
        .update();
  }
}
