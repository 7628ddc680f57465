package org.socle.dialogue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What seats said on items: append-only, a change is a new row that names the old one. */
public interface Positions {

  /**
   * Records the positions of a seat in a round, one for each open item.
   *
   * @throws org.socle.tracking.InvalidFormException naming the field: {@code value-<itemId>} or {@code text-<itemId>}; with
   *     no field when the round is not open or the seat is not asked; nothing is stored then
   */
  void record(String roundId, String seatId, List<Answer> answers, Source source);

  /** Whether a seat has a position on every open item of a round. */
  boolean complete(String roundId, String seatId);

  /** The positions of a seat in a round that count now. */
  List<Position> ofSeat(String roundId, String seatId);

  /** Every position ever recorded in a round, oldest first. */
  List<Position> ofRound(String roundId);

  /**
   * One answer as it was typed.
   *
   * @param value name of a {@link PositionValue}, null when nothing was chosen
   * @param text at most 4,000 characters; required for a reservation and an objection
   */
  record Answer(String itemId, @Nullable String value, @Nullable String text) {}

  /**
   * Who recorded positions and how they came.
   *
   * @param actor account id
   * @param channel letter, telephone, meeting …; null when the seat answered itself
   * @param reference of the letter or note; null when the seat answered itself
   */
  record Source(String actor, @Nullable String channel, @Nullable String reference) {}

  /** One recorded position; {@code previousId} is the position that it replaces. */
  record Position(
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
