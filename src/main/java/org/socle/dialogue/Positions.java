package org.socle.dialogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.socle.dialogue.AnswerCheck.Checked;
import org.socle.dialogue.PositionTable.NewPosition;
import org.socle.evidence.Evidence;
import org.socle.evidence.Published;
import org.socle.tracking.InvalidFormException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What seats said on items: append-only, a change is a new row that names the old one. */
@Service
public class Positions {

  private final PositionTable positions;
  private final RoundTable rounds;
  private final Items items;
  private final Electorate electorate;
  private final Evidence evidence;
  private final Published published;

  Positions(
      PositionTable positions,
      RoundTable rounds,
      Items items,
      Electorate electorate,
      Evidence evidence,
      Published published) {
    this.positions = positions;
    this.rounds = rounds;
    this.items = items;
    this.electorate = electorate;
    this.evidence = evidence;
    this.published = published;
  }

  /**
   * Records the positions of a seat in a round, one for each open item.
   *
   * @throws InvalidFormException naming the field: {@code value-<itemId>} or {@code text-<itemId>};
   *     with no field when the round is not open or the seat is not asked; nothing is stored then
   */
  @Transactional
  public void record(String roundId, String seatId, List<Answer> answers, Source source) {
    Round round = rounds.get(roundId);
    if (round.state() != Round.State.ASKING) {
      throw InvalidFormException.of("", "error.round-not-open");
    }
    if (!electorate.lock(roundId, seatId)) {
      throw InvalidFormException.of("", "error.seat-not-asked");
    }
    Map<Item, Checked> checked = AnswerCheck.check(items.open(roundId), answers);
    Map<String, Position> before = byItem(roundId, seatId);
    Map<Item, NewPosition> changed = new LinkedHashMap<>();
    checked.forEach(
        (item, answer) -> {
          Position previous = before.get(item.id());
          if (previous == null || !same(previous, answer, source)) {
            changed.put(item, position(item, seatId, answer, previous));
          }
        });
    positions.append(roundId, List.copyOf(changed.values()), source);
    changed.forEach((item, position) -> note(round, item, position, source));
  }

  /** Whether a seat has a position on every open item of a round. */
  public boolean complete(String roundId, String seatId) {
    return positions.complete(roundId, seatId);
  }

  /** The positions of a seat in a round that count now. */
  public List<Position> ofSeat(String roundId, String seatId) {
    return positions.latest(roundId, seatId);
  }

  /** Every position ever recorded in a round, oldest first. */
  public List<Position> ofRound(String roundId) {
    return positions.ofRound(roundId);
  }

  /** Mandatory groups of which no seat has taken a position on an item. */
  Set<String> silentGroups(Item item) {
    return count(item).silentGroups();
  }

  PositionCount count(Item item) {
    return PositionCount.of(positions.electorate(item));
  }

  /**
   * Writes NO_POSITION for seats that said nothing; of a published case nobody knows whether they
   * did.
   */
  void recordSilence(Round round) {
    if (published.replayed(round.caseId())) {
      return;
    }
    Source source = new Source(Evidence.SYSTEM, PositionTable.SILENCE, null);
    List<NewPosition> silent = new ArrayList<>();
    for (Item item : items.open(round.id())) {
      Checked nothing = new Checked(PositionValue.NO_POSITION, null);
      positions.electorate(item).stream()
          .filter(seat -> seat.value() == null)
          .forEach(seat -> silent.add(position(item, seat.seatId(), nothing, null)));
    }
    positions.append(round.id(), silent, source);
  }

  private static NewPosition position(
      Item item, String seatId, Checked answer, @Nullable Position previous) {
    return new NewPosition(
        UUID.randomUUID().toString(),
        item.id(),
        seatId,
        answer.value(),
        answer.text(),
        previous == null ? null : previous.id());
  }

  private void note(Round round, Item item, NewPosition position, Source source) {
    evidence.record(
        round.caseId(),
        source.actor(),
        "position.recorded",
        position.id(),
        Map.of(
            "seatId",
            position.seatId(),
            "item",
            item.id(),
            "code",
            item.code(),
            "value",
            position.value().name()));
  }

  private static boolean same(Position previous, Checked answer, Source source) {
    return previous.value() == answer.value()
        && Objects.equals(previous.text(), answer.text())
        && Objects.equals(previous.channel(), source.channel())
        && Objects.equals(previous.reference(), source.reference());
  }

  private Map<String, Position> byItem(String roundId, String seatId) {
    Map<String, Position> byItem = new HashMap<>();
    positions.latest(roundId, seatId).forEach(position -> byItem.put(position.itemId(), position));
    return byItem;
  }

  /**
   * One answer as it was typed.
   *
   * @param value name of a {@link PositionValue}, null when nothing was chosen
   * @param text at most 4,000 characters; required for a reservation and an objection
   */
  public record Answer(String itemId, @Nullable String value, @Nullable String text) {}

  /**
   * Who recorded positions and how they came.
   *
   * @param actor account id
   * @param channel letter, telephone, meeting …; null when the seat answered itself
   * @param reference of the letter or note; null when the seat answered itself
   */
  public record Source(String actor, @Nullable String channel, @Nullable String reference) {}

  /** One recorded position; {@code previousId} is the position that it replaces. */
  public record Position(
      String id,
      String itemId,
      String roundId,
      String seatId,
      PositionValue value,
      @Nullable String text,
      @Nullable String previousId,
      Instant recordedAt,
      String recordedBy,
      @Nullable String channel,
      @Nullable String reference) {}
}
