package org.socle.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.socle.tracking.Actor;
import org.socle.tracking.Duties.Duty;

/** Says what happens in a case and when, to the driver that carries it through the models. */
interface Script {

  /**
   * The answer to an open duty.
   *
   * @param today day in the country on which the case stands
   * @return empty when the script leaves the duty to somebody else
   */
  Optional<Answer> answer(Duty duty, LocalDate today);

  /** Who does a duty. */
  Actor actor(Duty duty);

  /** Who owes a duty, in words. */
  String who(Duty duty);

  /** Facts to be written when the clock passes their day, in order. */
  List<Fact> facts();

  /** A dated fact and how it is written. */
  record Fact(LocalDate day, Runnable write) {}
}
