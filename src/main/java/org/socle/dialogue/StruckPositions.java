package org.socle.dialogue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socle.dialogue.PositionTable.NewPosition;
import org.socle.dialogue.Positions.Position;
import org.socle.dialogue.Positions.Source;
import org.socle.evidence.Evidence;
import org.socle.tracking.AssistedAnswers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows positions that nobody confirmed by a row with what the seat had said before, mostly
 * nothing; what was entered stays before it.
 */
@Component
class StruckPositions implements AssistedAnswers {

  private final PositionTable positions;
  private final RoundTable rounds;
  private final Evidence evidence;

  StruckPositions(PositionTable positions, RoundTable rounds, Evidence evidence) {
    this.positions = positions;
    this.rounds = rounds;
    this.evidence = evidence;
  }

  @Override
  public boolean keeps(String kind) {
    return "position".equals(kind) || "late-position".equals(kind);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void strike(String caseId, @Nullable String seatId) {
    if (seatId == null) {
      throw new IllegalStateException("A position belongs to a seat");
    }
    String roundId = rounds.current(caseId).orElseThrow().id();
    Map<String, Position> said =
        positions.ofRound(roundId).stream()
            .collect(Collectors.toMap(Position::id, Function.identity()));
    positions.latest(roundId, seatId).stream()
        .filter(StruckPositions::assisted)
        .forEach(position -> strike(caseId, position, said.get(position.previousId())));
  }

  private void strike(String caseId, Position position, @Nullable Position before) {
    Source source = new Source(Evidence.SYSTEM, PositionTable.STRUCK, position.reference());
    NewPosition restored =
        new NewPosition(
            UUID.randomUUID().toString(),
            position.itemId(),
            position.seatId(),
            before == null ? PositionValue.NO_POSITION : before.value(),
            before == null ? null : before.text(),
            position.id());
    positions.append(position.roundId(), List.of(restored), source);
    evidence.record(
        caseId,
        Evidence.SYSTEM,
        "position.struck",
        position.id(),
        Map.of("seatId", position.seatId(), "item", position.itemId()));
  }

  private static boolean assisted(Position position) {
    return position.channel() != null
        && !PositionTable.SILENCE.equals(position.channel())
        && !PositionTable.STRUCK.equals(position.channel());
  }
}
