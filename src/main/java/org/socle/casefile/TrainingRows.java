package org.socle.casefile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.socle.assessment.Recommendations;
import org.socle.dialogue.Items;
import org.socle.dialogue.Positions;
import org.socle.dialogue.Round;
import org.socle.dialogue.Rounds;
import org.socle.nationalprocess.Cases;
import org.socle.security.Accounts;
import org.socle.stakeholder.Institutions;
import org.socle.stakeholder.Seat;
import org.socle.stakeholder.Seats;
import org.springframework.stereotype.Component;

/**
 * Writes the rows of the training case that its pages would have written; everything in it is
 * invented and says so.
 */
@Component
class TrainingRows {

  private static final List<Recommendations.Draft> RECOMMENDATIONS =
      List.of(
          recommendation(
              "G2",
              "Child benefit for every family",
              "Pay a monthly benefit for every child under six, through the registry of the social fund.",
              1,
              true,
              "0.45"),
          recommendation(
              "G4",
              "Pension for everybody over 68",
              "Open the old-age pension to persons over 68 who draw no other pension.",
              1,
              true,
              "0.80"),
          recommendation(
              "G1",
              "One window for health cover",
              "Let the health fund enrol people at the offices of the municipalities.",
              2,
              false,
              "0"));

  /** Which sample account acts for which institution. */
  private static final Map<String, String> CONTACTS =
      Map.of("CTUC", "stakeholder", "MOL", "focal-point", "MOF", "finance");

  private final Cases cases;
  private final Institutions institutions;
  private final Seats seats;
  private final Recommendations recommendations;
  private final Rounds rounds;
  private final Items items;
  private final Positions positions;
  private final Accounts accounts;

  TrainingRows(
      Cases cases,
      Institutions institutions,
      Seats seats,
      Recommendations recommendations,
      Rounds rounds,
      Items items,
      Positions positions,
      Accounts accounts) {
    this.cases = cases;
    this.institutions = institutions;
    this.seats = seats;
    this.recommendations = recommendations;
    this.rounds = rounds;
    this.items = items;
    this.positions = positions;
    this.accounts = accounts;
  }

  /** Account id of a sample account. */
  String account(String loginName) {
    return accounts
        .idOf(loginName)
        .orElseThrow(() -> new IllegalStateException("No sample account " + loginName));
  }

  /**
   * Lets sample accounts act for institutions of the training country, in this case and in every
   * one to come.
   */
  void assignContacts(String country) {
    CONTACTS.forEach(
        (acronym, loginName) ->
            institutions.assignUsualContact(country, acronym, account(loginName)));
  }

  /** The institution of a seat, by the seat's candidate group. */
  Seat seat(String group) {
    return seats.find(group.substring("seat-".length())).orElseThrow();
  }

  /** The sample account that acts for an institution. */
  Optional<String> contact(String acronym) {
    return Optional.ofNullable(CONTACTS.get(acronym)).map(this::account);
  }

  /** Gives the case its title in French and Spanish. */
  void title(String caseId) {
    cases.translateTitle(
        caseId,
        "Dossier de formation\u00a0: socle de protection sociale de Coresia",
        "Expediente de formación: piso de protección social de Coresia");
  }

  void recommend(String caseId, String actor) {
    RECOMMENDATIONS.forEach(draft -> recommendations.add(caseId, draft, actor));
  }

  /** Everybody came but the statistics office. */
  void attend(String caseId, String actor) {
    Round round = rounds.current(caseId).orElseThrow();
    List<Seat> present =
        seats.seated(caseId).stream().filter(seat -> !"NSO".equals(seat.acronym())).toList();
    rounds.recordAttendance(
        round.id(), present.stream().map(Seat::id).collect(Collectors.toSet()), true, actor);
  }

  /**
   * Records the positions of a seat: support, and a reservation on the item that the second
   * argument names.
   */
  void position(String caseId, Seat seat, String reserved, String reservation, String actor) {
    Round round = rounds.current(caseId).orElseThrow();
    List<Positions.Answer> answers =
        items.open(round.id()).stream()
            .map(
                item ->
                    item.code().equals(reserved)
                        ? new Positions.Answer(item.id(), "SUPPORT_WITH_RESERVATION", reservation)
                        : new Positions.Answer(item.id(), "SUPPORT", null))
            .toList();
    positions.record(round.id(), seat.id(), answers, new Positions.Source(actor, null, null));
  }

  private static Recommendations.Draft recommendation(
      String guarantee, String title, String text, int priority, boolean needsLaw, String cost) {
    return new Recommendations.Draft(
        guarantee,
        title + " (training)",
        text + " This recommendation is invented for training.",
        priority,
        needsLaw,
        new BigDecimal(cost),
        null);
  }
}
