package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.socle.assessment.Recommendations;
import org.socle.assessment.Recommendations.Draft;
import org.socle.dialogue.Items;
import org.socle.dialogue.Positions;
import org.socle.dialogue.Rounds;
import org.socle.evidence.Rules;
import org.socle.operation.TestDatabase;
import org.socle.tracking.Actor;
import org.socle.tracking.Contributions;
import org.socle.tracking.Duties.Duty;
import org.socle.tracking.Retries;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Everybody answers in the same second: one instance per seat beside one multi-instance task. */
@Import(BenchRounds.Wiring.class)
@TestPropertySource(
    properties = {
      "socle.tracking.join-direct=false",
      "logging.level.org.socle.tracking.Retries=off"
    })
class B2ManyAnswersBench extends ProcessTestSupport {

  private static final int PORTION = 250;

  /** One round of 200 takes half a second: too short to hold one against another. */
  private static final int ROUNDS_OF_A_PAIR = 3;

  private static final double LARGEST_SPREAD = 0.15;

  @Autowired private Recommendations recommendations;
  @Autowired private Rounds rounds;
  @Autowired private Items items;
  @Autowired private Positions positions;
  @Autowired private Rules rules;
  @Autowired private Retries retries;
  @Autowired private Contributions contributions;
  @Autowired private BenchRounds.Statements statements;
  @Autowired private BenchRounds.PlainSeats plainSeats;

  private int opened;
  private int joinedOnce;
  private final String size = System.getProperty("size", "ci");
  private final BenchReport report = new BenchReport("B2", size);

  /** One round that was answered. */
  private record Measured(
      BenchRun.Result result, long conflicts, double statements, double wal, double joined) {}

  @Test
  void answersAtOnce() throws Exception {
    durable();
    deployPlain();
    boolean full = "full".equals(size);
    warmUp();
    small(full ? 6 : 3);
    List<Measured> socle = pairs(full ? 20 : 8);
    bare(full ? 20 : 8);
    large(socle, full ? 5 : 3);
    report.print();
  }

  private void durable() {
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      assertThat(jdbc.sql("show " + setting).query(String.class).single())
          .as(setting)
          .isEqualTo("on");
    }
  }

  private void deployPlain() {
    repository
        .createDeployment()
        .addClasspathResource("bench/plain-round.bpmn")
        .addInputStream(
            "answer-positions.form",
            getClass().getResourceAsStream("/processes/dialogue-round/answer-positions.form"))
        .deploy();
  }

  private void warmUp() throws Exception {
    for (int time = 0; time < 3; time++) {
      socle(200);
      plain(60);
    }
  }

  private void small(int times) throws Exception {
    List<Double> ratios = new ArrayList<>();
    for (int time = 0; time < times; time++) {
      Measured ours = socle(20);
      ratios.add(ours.result().perSecond() / plain(20).result().perSecond());
    }
    report.figure("seats20.answersPerSecondRatioFull", BenchRun.median(ratios));
    report.figure("seats20.spread", BenchRun.spread(ratios));
  }

  /** 200 seats, alternated: ours, plain, plain, ours, …; some rounds of each make a pair. */
  private List<Measured> pairs(int times) throws Exception {
    List<Measured> ours = new ArrayList<>();
    List<Measured> theirs = new ArrayList<>();
    for (int round = 0; round < times * ROUNDS_OF_A_PAIR; round++) {
      if (round % 2 == 0) {
        ours.add(socle(200));
        theirs.add(plain(200));
      } else {
        theirs.add(plain(200));
        ours.add(socle(200));
      }
    }
    List<Double> speed = new ArrayList<>();
    List<Double> slowest = new ArrayList<>();
    for (int pair = 0; pair < times; pair++) {
      int from = pair * ROUNDS_OF_A_PAIR;
      List<Measured> mine = ours.subList(from, from + ROUNDS_OF_A_PAIR);
      List<Measured> other = theirs.subList(from, from + ROUNDS_OF_A_PAIR);
      speed.add(sum(other, run -> run.result().millis()) / sum(mine, run -> run.result().millis()));
      slowest.add(sum(mine, run -> run.result().p99()) / sum(other, run -> run.result().p99()));
    }
    ratio("answersPerSecondRatioFull", 3, speed);
    report.atMost("p99Ratio", 0.1, BenchRun.median(slowest));
    report.figure("p99Ratio.spread", BenchRun.spread(slowest));
    report.atMost("errors", 0, ours.stream().mapToLong(one -> one.result().errors()).sum());
    report.atMost("conflicts", 0, ours.stream().mapToLong(Measured::conflicts).sum());
    figures("socle", ours);
    figures("plain", theirs);
    return ours;
  }

  private static double sum(List<Measured> runs, ToDoubleFunction<Measured> of) {
    return runs.stream().mapToDouble(of).sum();
  }

  private void ratio(String name, double goal, List<Double> ratios) {
    report.atLeast(name, goal, BenchRun.median(ratios));
    double spread = BenchRun.spread(ratios);
    report.figure(name + ".spread", spread);
    report.require(spread <= LARGEST_SPREAD, name + " spreads by more than 15 %");
  }

  private void figures(String who, List<Measured> runs) {
    report.figure(who + ".answersPerSecond", median(runs, run -> run.result().perSecond()));
    report.figure(who + ".p50Millis", median(runs, run -> run.result().p50()));
    report.figure(who + ".p99Millis", median(runs, run -> run.result().p99()));
    report.figure(who + ".conflicts", runs.stream().mapToLong(Measured::conflicts).sum());
    report.figure(who + ".errors", runs.stream().mapToLong(run -> run.result().errors()).sum());
    report.figure(who + ".statementsPerAnswer", median(runs, Measured::statements));
    report.figure(who + ".walBytesPerAnswer", median(runs, Measured::wal));
    report.figure(who + ".joinedMillisAfterLast", median(runs, Measured::joined));
  }

  private static double median(List<Measured> runs, ToDoubleFunction<Measured> of) {
    return BenchRun.median(runs.stream().mapToDouble(of).boxed().toList());
  }

  private void bare(int times) throws Exception {
    try (BareEngine engine = new BareEngine(TestDatabase.createUrl())) {
      bareRatio(engine);
      List<Double> ratios = new ArrayList<>();
      long before = engine.conflicts();
      for (int time = 0; time < times; time++) {
        ratios.add(bareRatio(engine));
      }
      ratio("answersPerSecondRatioBare", 4, ratios);
      report.figure("bare.conflicts", engine.conflicts() - before);
      report.require(engine.nothingLeft(), "a bare instance was left");
    }
  }

  private static double bareRatio(BareEngine engine) throws Exception {
    double each = 0;
    double together = 0;
    for (int round = 0; round < ROUNDS_OF_A_PAIR; round++) {
      each += BenchRun.of(engine.askEach(200), engine::answer).millis();
      together += BenchRun.of(engine.askTogether(200), engine::answer).millis();
    }
    return together / each;
  }

  private void large(List<Measured> small, int times) throws Exception {
    List<Double> ratios = new ArrayList<>();
    double usual = median(small, run -> run.result().millis());
    List<Measured> runs = new ArrayList<>();
    for (int time = 0; time < times; time++) {
      Measured run = socle(2000);
      runs.add(run);
      ratios.add(run.result().millis() / usual);
    }
    report.atMost("tenfoldTimeRatio", 12, BenchRun.median(ratios));
    figures("socle2000", runs);
    report.atLeast("joinedOnce", 1, (double) joinedOnce / opened);
  }

  /** A round of the real models with this many seats, from the first answer until it was joined. */
  private Measured socle(int seats) throws Exception {
    caseId = UUID.randomUUID().toString();
    caseEngine.holdClock(START);
    List<String> seatIds = new ArrayList<>();
    String round = open(Math.min(seats, PORTION), seatIds);
    for (int asked = seatIds.size(); asked < seats; asked += PORTION) {
      more(round, Math.min(PORTION, seats - asked), seatIds);
    }
    joins.direct(false);
    List<Duty> open = openDuties("userTask_answerPositions");
    assertThat(open).hasSize(seats);
    opened++;
    Measured measured = measure(round, open, () -> joined() >= 1 && runs("dialogue-round") == 0);
    joinedOnce += joined() == 1 ? 1 : 0;
    return measured;
  }

  private Measured plain(int seats) throws Exception {
    caseId = UUID.randomUUID().toString();
    caseEngine.holdClock(START);
    List<String> seatIds = new ArrayList<>();
    StandingCase group = new StandingCase(jdbc, caseId, COUNTRY, 3);
    for (int seat = 0; seat < seats; seat++) {
      seatIds.add(group.seat("I" + seat, "WRK", "WRK", true));
    }
    String round = BenchRounds.rows(jdbc, caseId, seatIds);
    plainSeats.put(round, seatIds);
    startProcess("plain-round", Map.of("roundId", round, "dueDate", "2026-03-31"));
    List<Duty> open = openDuties("userTask_answerPositions");
    assertThat(open).hasSize(seats);
    return measure(round, open, () -> runs("plain-round") == 0);
  }

  private Measured measure(String round, List<Duty> open, BooleanSupplier over) throws Exception {
    List<String> itemIds = items.open(round).stream().map(item -> item.id()).toList();
    Retries.Counts before = retries.counts();
    long sent = statements.sent();
    long wal = wal();
    BenchRun.Result result = BenchRun.of(open, duty -> answer(round, itemIds, duty));
    double perAnswer = (double) (statements.sent() - sent) / open.size();
    double bytes = (double) (wal() - wal) / open.size();
    long begun = System.nanoTime();
    await(over);
    double joinedAfter = (System.nanoTime() - begun) / 1e6;
    Retries.Counts after = retries.counts();
    ledger(round, open.size(), itemIds.size());
    long conflicts = after.repeated() - before.repeated() + after.givenUp() - before.givenUp();
    return new Measured(result, conflicts, perAnswer, bytes, joinedAfter);
  }

  /** As the page does it; a person who is told that others were faster sends again. */
  private int answer(String round, List<String> itemIds, Duty duty) {
    String seatId = duty.group().substring("seat-".length());
    List<Positions.Answer> answers =
        itemIds.stream().map(id -> new Positions.Answer(id, "SUPPORT", null)).toList();
    for (int refused = 0; ; refused++) {
      try {
        retries.call(
            () ->
                new TransactionTemplate(transactions)
                    .execute(
                        status -> {
                          positions.record(
                              round,
                              seatId,
                              answers,
                              new Positions.Source("acc-" + seatId, null, null));
                          completion.complete(
                              duty.id(),
                              Map.of(),
                              new Actor(
                                  "acc-" + seatId, Set.of(duty.group()), Set.of(duty.country())));
                          return true;
                        }));
        return refused;
      } catch (RuntimeException e) {
        if (!Retries.lostRace(e)) {
          throw e;
        }
      }
    }
  }

  /** Every accepted answer once in every table of ours. */
  private void ledger(String round, int seats, int itemCount) {
    boolean kept =
        count("select count(*) from position where channel is null and round_id = ?", round)
                == seats * itemCount
            && count("select count(distinct seat_id) from position where round_id = ?", round)
                == seats
            && count(
                    "select count(*) from duty where element = 'userTask_answerPositions' and state = 'answered' and case_id = ?",
                    caseId)
                == seats
            && count(
                    "select count(*) from evidence where action = 'position.recorded' and case_id = ?",
                    caseId)
                == seats * itemCount
            && joined() <= 1;
    report.require(kept, "ledger of round " + round);
  }

  private String open(int seats, List<String> seatIds) {
    StandingCase group = new StandingCase(jdbc, caseId, COUNTRY, 3);
    for (int seat = 0; seat < seats; seat++) {
      String side = List.of("GOV", "EMP", "WRK").get(seat % 3);
      seatIds.add(group.seat("I" + seat, "GOV".equals(side) ? "GOV_CORE" : side, side, true));
    }
    inTransaction(() -> rules.adopt(caseId));
    startProcess("dialogue-round", Map.of());
    for (String title : List.of("Child grant", "Social pension", "Registry")) {
      recommendations.add(caseId, new Draft("G2", title, "Text", 1, false, null, null), "acc-test");
    }
    completeTask("userTask_enterRecommendations", Map.of());
    completeTask("userTask_conveneRound", CONVOCATION);
    String round = rounds.current(caseId).orElseThrow().id();
    rounds.recordAttendance(round, Set.copyOf(seatIds), "acc-test");
    completeTask("userTask_recordAttendance", Map.of());
    return round;
  }

  private static final Map<String, Object> CONVOCATION =
      Map.of(
          "date",
          "2026-03-16",
          "place",
          "Hall",
          "mode",
          "ONLINE",
          "answerTerm",
          10,
          "agenda",
          "All");

  /** The next seats of a large round, through the same port, in a transaction of their own. */
  private void more(String round, int seats, List<String> all) {
    List<String> ids = new ArrayList<>();
    for (int seat = 0; seat < seats; seat++) {
      ids.add(UUID.randomUUID().toString());
    }
    String askingId =
        jdbc.sql("select id from asking where case_id = ?")
            .param(caseId)
            .query(String.class)
            .single();
    inTransaction(
        () -> {
          BenchRounds.electorate(jdbc, round, ids);
          jdbc.sql("update asking set asked = asked + ? where id = ?")
              .params(seats, askingId)
              .update();
          contributions.start(askingId, BenchRounds.portion(jdbc, caseId, round, ids));
        });
    all.addAll(ids);
  }

  private int joined() {
    return count(
        "select count(*) from evidence where action = 'asking.joined' and case_id = ?", caseId);
  }

  private long runs(String process) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(caseId)
        .processDefinitionKey(process)
        .count();
  }

  private int count(String sql, String id) {
    return jdbc.sql(sql).param(id).query(Integer.class).single();
  }

  private long wal() {
    return jdbc.sql("select (pg_current_wal_lsn() - '0/0'::pg_lsn)::bigint")
        .query(Long.class)
        .single();
  }

  private static void await(BooleanSupplier condition) {
    Instant latest = Instant.now().plus(Duration.ofSeconds(60));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("latest moment").isBefore(latest);
      Thread.onSpinWait();
    }
  }
}
