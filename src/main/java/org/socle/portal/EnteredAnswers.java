package org.socle.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socle.portal.DutyFacts.Fact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Says to the owner of an answer what staff entered for it, and how it came to them. */
@Repository
class EnteredAnswers {

  private final JdbcClient jdbc;
  private final CountryDays countries;

  EnteredAnswers(JdbcClient jdbc, CountryDays countries) {
    this.jdbc = jdbc;
    this.countries = countries;
  }

  /** What stands above the form by which the owner confirms an answer. */
  List<Fact> of(DutyRow duty, Say say) {
    return jdbc.sql(
            """
            select e.entered_at, e.channel, e.reference, e.subject_id, a.element
            from tracking_v_duty c
            join tracking_v_assisted_entry e on e.process_instance_id = c.process_instance_id and e.state = 'WAITING'
            join tracking_v_duty a on a.id = e.duty_id
            where c.id = :duty
            """)
        .param("duty", duty.id())
        .query(Entry.class)
        .optional()
        .map(entry -> facts(duty, entry, say))
        .orElse(List.of());
  }

  private List<Fact> facts(DutyRow duty, Entry entry, Say say) {
    List<Fact> facts = new ArrayList<>();
    String day = say.day(entry.enteredAt(), countries.zone(duty.country()));
    String how = say.word("channel", entry.channel());
    facts.add(
        new Fact(
            say.text("assisted.fact.entered"),
            say.text("assisted.entered", day, how, entry.reference())));
    said(duty.caseId(), entry, say)
        .map(text -> new Fact(say.text("assisted.fact.answer"), text))
        .forEach(facts::add);
    return facts;
  }

  private Stream<String> said(String caseId, Entry entry, Say say) {
    return switch (entry.element()) {
      case "userTask_answerPositions" -> positions(caseId, entry.subjectId(), say);
      case "userTask_answerOpinion" -> opinion(caseId, entry.subjectId(), say);
      case "userTask_answerInvitation" -> invitation(caseId, entry.subjectId(), say);
      case "userTask_answerNomination" -> nomination(entry.subjectId(), say);
      default -> Stream.empty();
    };
  }

  private Stream<String> positions(String caseId, @Nullable String seatId, Say say) {
    return jdbc
        .sql(
            """
            select code, value, text from dialogue_v_position
            where case_id = :case and seat_id = :seat and latest and round_id =
              (select r.id from dialogue_v_round r where r.case_id = :case order by r.sitting desc limit 1)
            order by code_number
            """)
        .param("case", caseId)
        .param("seat", seatId)
        .query(
            (row, number) ->
                joined(
                    say.pair(row.getString("code"), say.word("position", row.getString("value"))),
                    row.getString("text")))
        .list()
        .stream();
  }

  private Stream<String> opinion(String caseId, @Nullable String seatId, Say say) {
    return jdbc
        .sql(
            "select opinion, text from decision_v_opinion where case_id = :case and seat_id = :seat")
        .param("case", caseId)
        .param("seat", seatId)
        .query(
            (row, number) ->
                joined(say.word("opinion", row.getString("opinion")), row.getString("text")))
        .list()
        .stream();
  }

  private Stream<String> invitation(String caseId, @Nullable String agency, Say say) {
    return jdbc
        .sql(
            """
            select answer, subjects, resources from nationalprocess_v_agency_answer
            where case_id = :case and agency = :agency
            """)
        .param("case", caseId)
        .param("agency", agency)
        .query(
            (row, number) ->
                joined(
                    say.word("agency", row.getString("answer")),
                    row.getString("subjects"),
                    row.getString("resources")))
        .list()
        .stream();
  }

  private Stream<String> nomination(@Nullable String seatId, Say say) {
    return jdbc
        .sql(
            """
            select answer, full_member, substitute, letter_reference, reason from stakeholder_v_nomination
            where seat_id = :seat order by asked_at desc limit 1
            """)
        .param("seat", seatId)
        .query(
            (row, number) ->
                joined(
                    say.word("nominated", row.getString("answer")),
                    row.getString("full_member"),
                    row.getString("substitute"),
                    row.getString("letter_reference"),
                    row.getString("reason")))
        .list()
        .stream();
  }

  private static String joined(@Nullable String... parts) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      if (part != null && !part.isBlank()) {
        text.append(text.isEmpty() ? "" : "\n").append(part);
      }
    }
    return text.toString();
  }

  private record Entry(
      Instant enteredAt,
      String channel,
      String reference,
      @Nullable String subjectId,
      String element) {}
}
