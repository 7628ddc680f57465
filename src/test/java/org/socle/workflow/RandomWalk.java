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
import org.socle.tracking.Askings;
import org.socle.tracking.Askings.OpenAsking;
import org.socle.tracking.Duties.Duty;
import org.socle.tracking.Forms;
import org.socle.tracking.InvalidFormException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Takes one case from its request to its end by choices that a seed decides. */
@Import(WalkPages.class)
abstract class RandomWalk extends ProcessTestSupport {

  private static final int MOST_STEPS = 1500;
  private static final int SHOWN = 40;

  @Autowired private Forms forms;
  @Autowired private Askings askings;
  @Autowired private WalkPages pages;

  private Random random = new Random();
  private final List<String> trace = new ArrayList<>();
  private int choices;

  /** Something that may happen next; says whether it could. */
  private record Move(String name, int weight, BooleanSupplier act) {}

  /** What may happen to a case while it runs; a new kind of event is one line here. */
  private List<Move> moves() {
    return List.of(
        new Move("answer", 80, this::answer),
        new Move("wait", 8, this::letTimePass),
        new Move("let the next timer fire", 4, this::letTimerFire),
        new Move("end an asking early", 2, this::conclude));
  }

  /**
   * Walks one case; an {@link AssertionError} with seed and trace when it sticks or leaves rows.
   */
  protected void walk(long seed) {
    random = new Random(seed);
    trace.clear();
    caseEngine.holdClock(START);
    try {
      begin();
      for (int step = 0; !caseEngine.ended(caseId); step++) {
        assertThat(step).as("steps").isLessThan(MOST_STEPS);
        step();
      }
      assertEnded();
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

  private void begin() {
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

  private boolean answer() {
    List<Duty> open =
        duties.ofCase(caseId).stream()
            .filter(duty -> "open".equals(duty.state()))
            .sorted(Comparator.comparing(Duty::element).thenComparing(pages::owner))
            .toList();
    if (open.isEmpty()) {
      return false;
    }
    Duty duty = answers().pick(open);
    try {
      inTransaction(() -> pages.store(duty, answers(), today()));
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
    List<Map<String, Object>> before = rows();
    try {
      complete(duty, values);
    } catch (InvalidFormException refused) {
      note(duty.element() + " refused");
      assertThat(rows()).as("nothing is stored of what was refused").isEqualTo(before);
      return;
    }
    throw new AssertionError(duty.element() + " took " + values);
  }

  private void sent(Duty duty) {
    Map<String, Object> values = answers().right(forms.ofDuty(duty.id()));
    List<Map<String, Object>> before = rows();
    try {
      complete(duty, values);
      note(duty.element() + chosen(values));
    } catch (InvalidFormException refused) {
      note(duty.element() + " refused by the domain " + refused.errors());
      assertThat(rows()).as("nothing is stored of what was refused").isEqualTo(before);
    }
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
    assertThat(askings.conclude(one.id(), "acc-walk", "Walked on")).isTrue();
    note("end asking for " + one.kind());
    return true;
  }

  private void assertEnded() {
    nothingRuns();
    Map<String, Object> record =
        jdbc.sql("select status, outcome, reason, closed_at from national_process where id = ?")
            .param(caseId)
            .query()
            .singleRow();
    assertThat(record).as("end of the case").containsEntry("status", "CLOSED");
    assertThat(record.values()).doesNotContainNull();
    assertThat((String) record.get("reason")).as("reason").isNotBlank();
    assertThat(count("select count(*) from asking where case_id = ? and closed_at is null"))
        .as("askings left open")
        .isZero();
    assertThat(count("select count(*) from duty where case_id = ? and state = 'open'"))
        .as("duties left open")
        .isZero();
    assertThat(count(WITHOUT_EVIDENCE)).as("duties without evidence of both ends").isZero();
  }

  private static final String WITHOUT_EVIDENCE =
      """
      select count(*) from duty d where d.case_id = ? and not (
        exists (select 1 from evidence e where e.case_id = d.case_id and e.subject = d.id and e.action = 'duty.asked')
        and exists (select 1 from evidence e where e.case_id = d.case_id and e.subject = d.id
          and (d.state = 'answered' and e.action = 'duty.answered'
            or d.state in ('silent', 'cancelled') and e.action = 'duty.ended' and e.content like '%' || d.state || '%')))
      """;

  /** What a refused answer must leave as it was. */
  private List<Map<String, Object>> rows() {
    return jdbc.sql(
            """
            select (select count(*) from evidence where case_id = :id) as evidence,
              (select count(*) from duty where case_id = :id and state = 'open') as open,
              (select count(*) from notification_outbox where case_id = :id) as mails,
              (select count(*) from act_ru_execution e join act_ru_execution p on p.id_ = e.proc_inst_id_
                where p.business_key_ = :id) as executions
            """)
        .param("id", caseId)
        .query()
        .listOfRows();
  }

  private int count(String sql) {
    return jdbc.sql(sql).param(caseId).query(Integer.class).single();
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
