package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.socle.dialogue.Positions;
import org.socle.stakeholder.SeatClosedException;
import org.socle.tracking.Askings;
import org.socle.tracking.Askings.OpenAsking;
import org.socle.tracking.Duties.Duty;
import org.socle.tracking.Forms;
import org.socle.tracking.InvalidFormException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Takes one case from its request to its end by choices that a seed decides. */
@Import({WalkPages.class, WalkEvents.class, WalkChecks.class})
abstract class RandomWalk extends ProcessTestSupport {

  private static final int MOST_STEPS = 1500;
  private static final int SHOWN = 40;
  private static final Positions.Source BY_OWNER = new Positions.Source("acc-test", null, null);

  @Autowired private Forms forms;
  @Autowired private Askings askings;
  @Autowired private WalkPages pages;
  @Autowired private WalkEvents events;
  @Autowired private WalkChecks checks;

  private Random random = new Random();
  private final List<String> trace = new ArrayList<>();
  private boolean slow;
  private String neighbour = "";
  private int choices;

  /** Something that may happen next; says whether it could. */
  private record Move(String name, int weight, BooleanSupplier act) {}

  /** What may happen to a case while it runs; a new kind of event is one line here. */
  private List<Move> moves() {
    return List.of(
        new Move("answer", slow ? 80 : 800, this::answer),
        new Move("enter an answer for somebody", 80, this::enterForOwner),
        new Move("wait", 80, this::letTimePass),
        new Move("let the next timer fire", 40, this::letTimerFire),
        new Move("end an asking early", 20, this::conclude),
        new Move("add a seat", 10, () -> happens(() -> events.addSeat(caseId, answers()))),
        new Move("change a seat", 40, () -> happens(() -> events.changeSeat(caseId, answers()))),
        new Move("suspend", 8, () -> happens(() -> events.suspend(caseId))),
        new Move("resume", 100, () -> happens(() -> events.resume(caseId))),
        new Move("withdraw", 2, () -> happens(() -> events.withdraw(caseId))),
        new Move(
            "change the government",
            4,
            () -> happens(() -> events.changeGovernment(caseId, today()))));
  }

  /**
   * Walks one case; an {@link AssertionError} with seed and trace when it sticks or leaves rows.
   */
  protected void walk(long seed) {
    caseEngine.holdClock(START);
    try {
      begin(seed);
      for (int step = 0; !caseEngine.ended(caseId); step++) {
        assertThat(step).as("steps").isLessThan(MOST_STEPS);
        step();
        checks.running(caseId);
      }
      nothingRuns();
      checks.ended(caseId);
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("Walk " + told(seed), e);
    }
  }

  /** How many choices were made by all walks so far. */
  protected int choices() {
    return choices;
  }

  /** What the last walk did. */
  protected List<String> steps() {
    return List.copyOf(trace);
  }

  private String told(long seed) {
    List<String> last = trace.subList(Math.max(0, trace.size() - SHOWN), trace.size());
    return "-Dwalk.seed="
        + seed
        + " of case "
        + caseId
        + " failed after "
        + trace.size()
        + " steps; the last ones: "
        + String.join(" · ", last);
  }

  private void begin(long seed) {
    events.agenciesHaveOwners();
    if (neighbour.isEmpty()) {
      // A case beside which each walk runs, so that a seed does not depend on what runs already.
      random = new Random(1);
      submit();
      neighbour = caseId;
    }
    random = new Random(seed);
    trace.clear();
    slow = answers().chance(15);
    submit();
  }

  private void submit() {
    while (true) {
      try {
        startCase(answers().right(forms.ofStart("national-process")));
        note("submit request");
        return;
      } catch (InvalidFormException refused) {
        note("request refused " + refused.errors());
      }
    }
  }

  private void step() {
    List<Move> left = new ArrayList<>(moves());
    while (!left.isEmpty()) {
      Move move = draw(left);
      if (move.act().getAsBoolean()) {
        return;
      }
      left.remove(move);
    }
    throw new AssertionError("Nothing can happen any more at " + caseEngine.currentSteps(caseId));
  }

  private Move draw(List<Move> moves) {
    int at = random.nextInt(moves.stream().mapToInt(Move::weight).sum());
    for (Move move : moves) {
      at -= move.weight();
      if (at < 0) {
        return move;
      }
    }
    throw new IllegalStateException();
  }

  private List<Duty> open() {
    return duties.ofCase(caseId).stream()
        .filter(duty -> "open".equals(duty.state()))
        .sorted(Comparator.comparing(Duty::element).thenComparing(pages::owner))
        .toList();
  }

  private boolean answer() {
    List<Duty> open = open();
    if (open.isEmpty()) {
      return false;
    }
    Duty duty = answers().pick(open);
    try {
      inTransaction(() -> pages.store(duty, answers(), today(), BY_OWNER));
    } catch (InvalidFormException refused) {
      note(duty.element() + " page refused " + refused.errors());
      return true;
    }
    if (answers().chance(10)) {
      refused(duty);
    } else {
      sent(duty);
    }
    return true;
  }

  private void refused(Duty duty) {
    Map<String, Object> values = answers().wrong(forms.ofDuty(duty.id()));
    List<Map<String, Object>> before = checks.rows(caseId);
    try {
      complete(duty, values);
    } catch (InvalidFormException refused) {
      note(duty.element() + " refused");
      assertThat(checks.rows(caseId)).as("nothing is stored of what was refused").isEqualTo(before);
      return;
    }
    throw new AssertionError(duty.element() + " took " + values);
  }

  private void sent(Duty duty) {
    Map<String, Object> values = answers().right(forms.ofDuty(duty.id()));
    List<Map<String, Object>> before = checks.rows(caseId);
    try {
      complete(duty, values);
      note(duty.element() + chosen(values));
    } catch (InvalidFormException refused) {
      note(duty.element() + " refused by the domain " + refused.errors());
      assertThat(checks.rows(caseId)).as("nothing is stored of what was refused").isEqualTo(before);
    }
  }

  /** Staff claim what somebody owes and enter the answer that came to them. */
  private boolean enterForOwner() {
    List<Duty> open =
        open().stream().filter(duty -> WalkAnswers.asksHow(forms.ofDuty(duty.id()))).toList();
    if (open.isEmpty()) {
      return false;
    }
    Duty duty = answers().pick(open);
    if (answers().chance(60)) {
      events.somebodyActsFor(duty.group());
    }
    claims.claim(duty.id(), staff());
    Map<String, Object> values = answers().entered(forms.ofDuty(duty.id()));
    String channel = (String) values.get("channel");
    return happens(
        () -> {
          inTransaction(
              () -> {
                pages.store(
                    duty, answers(), today(), new Positions.Source("acc-staff", channel, "W-1"));
                completion.complete(duty.id(), values, staff());
              });
          return Optional.of(duty.element() + " entered" + chosen(values));
        });
  }

  /** Something that may be refused, and then changes nothing. */
  private boolean happens(Supplier<Optional<String>> event) {
    List<Map<String, Object>> before = checks.rows(caseId);
    try {
      Optional<String> done = event.get();
      done.ifPresent(this::note);
      return done.isPresent();
    } catch (InvalidFormException refused) {
      note("refused " + refused.errors());
    } catch (SeatClosedException refused) {
      note("refused as " + refused.state());
    }
    assertThat(checks.rows(caseId)).as("nothing is stored of what was refused").isEqualTo(before);
    return true;
  }

  private static String chosen(Map<String, Object> values) {
    Map<String, Object> codes = new HashMap<>(values);
    codes.values().removeIf(one -> !(one instanceof String text && text.matches("[A-Z_]+")));
    return codes.isEmpty() ? "" : codes.toString();
  }

  private boolean letTimePass() {
    advance(Duration.ofHours(1 + random.nextInt(24 * 10)));
    note("wait until " + clock.instant() + ", " + caseEngine.runDueJobs(caseId) + " timers");
    return true;
  }

  private boolean letTimerFire() {
    Optional<Instant> next = caseEngine.nextTimer(caseId);
    if (next.isEmpty()) {
      return false;
    }
    if (next.get().isAfter(clock.instant())) {
      caseEngine.holdClock(next.get());
    }
    assertThat(caseEngine.runDueJobs(caseId)).as("timers fired").isPositive();
    note("timer at " + next.get());
    return true;
  }

  private boolean conclude() {
    List<OpenAsking> open = askings.openOf(caseId);
    if (open.isEmpty()) {
      return false;
    }
    OpenAsking one = answers().pick(open);
    boolean stopped =
        jdbc.sql("select stopped_at is not null from asking where id = ?")
            .param(one.id())
            .query(Boolean.class)
            .single();
    assertThat(askings.conclude(one.id(), "acc-walk", "Walked on")).isEqualTo(!stopped);
    // What follows may have nobody to ask, and is joined at once.
    joins.settle();
    note("end asking for " + one.kind());
    return true;
  }

  private WalkAnswers answers() {
    return new WalkAnswers(random, today());
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private void note(String what) {
    choices++;
    trace.add(what);
  }
}
