package org.socle.dialogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.socle.country.Term;
import org.socle.dialogue.PositionAskings.Wave;
import org.socle.evidence.Evidence;
import org.socle.stakeholder.Seat;
import org.socle.stakeholder.Seats;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the seats of a round for their positions, once and then in writing, and closes what it
 * asked.
 */
@Service
public class Ballots {

  private static final int DEFAULT_ANSWER_TERM = 10;

  private final RoundTable rounds;
  private final Electorate electorate;
  private final Positions positions;
  private final Items items;
  private final Seats seats;
  private final PositionAskings askings;
  private final Evidence evidence;

  Ballots(
      RoundTable rounds,
      Electorate electorate,
      Positions positions,
      Items items,
      Seats seats,
      PositionAskings askings,
      Evidence evidence) {
    this.rounds = rounds;
    this.electorate = electorate;
    this.positions = positions;
    this.items = items;
    this.seats = seats;
    this.askings = askings;
    this.evidence = evidence;
  }

  /** Freezes the electorate and asks every voting seat for its positions. */
  @Transactional
  public Asked ask(String roundId, String country, String waitingInstanceId) {
    Round round = rounds.get(roundId);
    List<String> voters =
        seats.seated(round.caseId()).stream().filter(Seat::voting).map(Seat::id).toList();
    electorate.freeze(roundId, seats.seated(round.caseId()));
    Integer agreed = round.answerTerm();
    Term term = new Term(agreed == null ? DEFAULT_ANSWER_TERM : agreed, Term.Unit.WORKING_DAYS);
    Wave wave = new Wave("position", "positions.answered", term);
    Asked asked = askings.open(round, country, waitingInstanceId, wave, voters);
    rounds.asking(roundId, asked.askingId());
    return asked;
  }

  /** Closes the asking; a seat that did not answer has taken no position. */
  @Transactional
  public void close(String roundId) {
    Round round = rounds.get(roundId);
    String askingId = rounds.askingId(roundId);
    end(round, askingId);
    positions.recordSilence(round);
  }

  /**
   * Asks the seats of mandatory groups without a position in writing, within the country's term.
   */
  @Transactional
  public Asked askSilentGroups(String roundId, String country, String waitingInstanceId) {
    Round round = rounds.get(roundId);
    Set<String> silent =
        items.open(roundId).stream()
            .flatMap(item -> positions.silentGroups(item).stream())
            .collect(Collectors.toSet());
    List<String> asked =
        electorate.of(roundId).stream()
            .filter(elector -> silent.contains(elector.side()))
            .map(Elector::seatId)
            .toList();
    Wave wave =
        new Wave("late-position", "late-positions.answered", askings.writtenProcedure(country));
    Asked late = askings.open(round, country, waitingInstanceId, wave, asked);
    rounds.askingLate(roundId, late.askingId());
    return late;
  }

  /**
   * Closes the written procedure; a seat that joined in it and did not answer has taken no
   * position, groups still without one did not join.
   */
  @Transactional
  public void closeWrittenProcedure(String roundId) {
    Round round = rounds.get(roundId);
    end(round, rounds.lateAskingId(roundId));
    positions.recordSilence(round);
    rounds.writtenProcedureDone(roundId);
    for (Item item : items.open(roundId)) {
      for (String side : positions.silentGroups(item)) {
        electorate.didNotJoin(item.id(), side);
        evidence.record(
            round.caseId(),
            Evidence.SYSTEM,
            "group.not-joined",
            item.id(),
            Map.of("group", side, "code", item.code()));
      }
    }
  }

  /** Seats whose positions count in a round: those that were asked and have not left it. */
  public List<Elector> electorate(String roundId) {
    return electorate.of(roundId);
  }

  private void end(Round round, String askingId) {
    boolean allAnswered = askings.end(askingId);
    rounds.end(round.id(), Round.State.CLOSED);
    evidence.record(
        round.caseId(),
        Evidence.SYSTEM,
        "round.closed",
        round.id(),
        Map.of("number", round.number(), "all", allAnswered));
  }

  /** An asking and the moment at which it ends. */
  public record Asked(String askingId, Instant deadline) {}
}
