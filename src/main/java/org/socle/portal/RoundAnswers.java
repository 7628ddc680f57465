package org.socle.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.dialogue.Items;
import org.socle.dialogue.Positions;
import org.socle.dialogue.Positions.Answer;
import org.socle.dialogue.Positions.Source;
import org.socle.dialogue.Round;
import org.socle.dialogue.Rounds;
import org.socle.tracking.Actor;
import org.socle.tracking.DutyClosedException;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.TaskCompletion;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores the positions of a seat and completes its duty in one transaction. */
@Service
class RoundAnswers {

  private static final int LONGEST_REFERENCE = 120;

  private final Rounds rounds;
  private final Items items;
  private final Positions positions;
  private final TaskCompletion completion;

  RoundAnswers(Rounds rounds, Items items, Positions positions, TaskCompletion completion) {
    this.rounds = rounds;
    this.items = items;
    this.positions = positions;
    this.completion = completion;
  }

  /** Stores one position for each open item, then completes; a refusal of either undoes both. */
  @Transactional
  public void send(DutyRow duty, Map<String, String> typed, Actor actor) {
    Round round =
        rounds
            .current(duty.caseId())
            .orElseThrow(() -> new DutyClosedException(duty.id(), "cancelled"));
    List<Answer> answers =
        items.open(round.id()).stream()
            .map(
                item ->
                    new Answer(
                        item.id(),
                        text(typed, "value-" + item.id()),
                        text(typed, "text-" + item.id())))
            .toList();
    String channel = text(typed, AssistedFields.CHANNEL);
    String reference = text(typed, AssistedFields.REFERENCE);
    Map<String, String> source = new HashMap<>();
    if (channel != null) {
      source.put(AssistedFields.CHANNEL, channel);
    }
    if (reference != null) {
      source.put(AssistedFields.REFERENCE, reference);
    }
    refuseUnstorable(channel, reference);
    positions.record(
        round.id(), duty.seatId(), answers, new Source(actor.accountId(), channel, reference));
    completion.complete(duty.id(), source, actor);
  }

  // The form of the task judges both, but only after the positions are stored.
  private static void refuseUnstorable(@Nullable String channel, @Nullable String reference) {
    if (channel != null && !channel.matches("[A-Z]{1,20}")) {
      throw InvalidFormException.of(AssistedFields.CHANNEL, "error.not-an-option");
    }
    if (reference != null && reference.length() > LONGEST_REFERENCE) {
      throw InvalidFormException.of(
          AssistedFields.REFERENCE, "error.too-long", LONGEST_REFERENCE, reference.length());
    }
    if (reference != null && reference.chars().anyMatch(Character::isISOControl)) {
      throw InvalidFormException.of(AssistedFields.REFERENCE, "error.control-characters");
    }
  }

  private static @Nullable String text(Map<String, String> typed, String key) {
    String value = typed.getOrDefault(key, "");
    return value.isBlank() ? null : value;
  }
}
