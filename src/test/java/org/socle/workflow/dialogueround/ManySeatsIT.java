package org.socle.workflow.dialogueround;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.socle.assessment.Recommendations;
import org.socle.assessment.Recommendations.Draft;
import org.socle.dialogue.Item;
import org.socle.dialogue.Items;
import org.socle.dialogue.Positions;
import org.socle.dialogue.Positions.Answer;
import org.socle.dialogue.Positions.Source;
import org.socle.dialogue.Rounds;
import org.socle.evidence.Rules;
import org.socle.tracking.Actor;
import org.socle.tracking.Duties.Duty;
import org.socle.workflow.ProcessTestSupport;
import org.socle.workflow.StandingCase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** 200 seats answer one round over four connections at the same time. */
class ManySeatsIT extends ProcessTestSupport {

  private static final int SEATS = 200;
  private static final int CONNECTIONS = 4;

  @Autowired private Recommendations recommendations;
  @Autowired private Rounds rounds;
  @Autowired private Items items;
  @Autowired private Positions positions;
  @Autowired private Rules rules;

  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

  @Test
  void takesAllAnswersWithoutConflictAndJoinsOnce() throws Exception {
    String roundId = openRound();
    List<Duty> duties = openDuties("userTask_answerPositions");
    assertThat(duties).hasSize(SEATS);
    List<Item> open = items.open(roundId);

    Instant start = Instant.now();
    answerAll(roundId, open, duties);
    long millis = Duration.between(start, Instant.now()).toMillis();
    joins.settle();

    System.out.printf(
        "%d seats answered over %d connections in %d ms: %d errors, %d lock conflicts, joined %d time(s)%n",
        SEATS, CONNECTIONS, millis, failures.size(), conflicts(), joined());
    assertThat(failures).isEmpty();
    assertThat(joined()).isEqualTo(1);
    passed("receiveTask_awaitPositions", "serviceTask_closeRound", "endEvent_dialogueConcluded");
    nothingRuns();
    assertThat(positions.ofRound(roundId)).hasSize(SEATS * open.size());
    assertThat(
            count(
                "select count(*) from tracking_v_duty where case_id = ? and asking_id is not null and state = 'answered'"))
        .isEqualTo(SEATS);
  }

  private String openRound() {
    StandingCase group = new StandingCase(jdbc, caseId, COUNTRY, 3);
    List<List<String>> kinds =
        List.of(
            List.of("GOV_CORE", "GOV"),
            List.of("EMP", "EMP"),
            List.of("WRK", "WRK"),
            List.of("CSO_NAT", "CSO"));
    for (int seat = 0; seat < SEATS; seat++) {
      List<String> kind = kinds.get(seat % kinds.size());
      group.seat("I" + seat, kind.get(0), kind.get(1), true);
    }
    inTransaction(() -> rules.adopt(caseId));
    startProcess("dialogue-round", Map.of());
    for (String title : List.of("Child grant", "Social pension", "Registry")) {
      recommendations.add(caseId, new Draft("G2", title, "Text", 1, false, null, null), "acc-test");
    }
    completeTask("userTask_enterRecommendations", Map.of());
    completeTask(
        "userTask_conveneRound",
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
            "All"));
    String roundId = rounds.current(caseId).orElseThrow().id();
    rounds.recordAttendance(roundId, Set.copyOf(group.seatIds()), "acc-test");
    completeTask("userTask_recordAttendance", Map.of());
    return roundId;
  }

  private void answerAll(String roundId, List<Item> open, List<Duty> duties) throws Exception {
    Queue<Duty> waiting = new ConcurrentLinkedQueue<>(duties);
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < CONNECTIONS; thread++) {
        running.add(threads.submit(() -> work(roundId, open, waiting)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  /** In one transaction as the page does it, and without the retry that would hide a conflict. */
  private void work(String roundId, List<Item> open, Queue<Duty> waiting) {
    for (Duty duty = waiting.poll(); duty != null; duty = waiting.poll()) {
      Duty mine = duty;
      String seatId = mine.group().substring("seat-".length());
      List<Answer> answers =
          open.stream().map(item -> new Answer(item.id(), "SUPPORT", null)).toList();
      try {
        new TransactionTemplate(transactions)
            .executeWithoutResult(
                status -> {
                  positions.record(
                      roundId, seatId, answers, new Source("acc-" + seatId, null, null));
                  completion.complete(
                      mine.id(),
                      Map.of(),
                      new Actor("acc-" + seatId, Set.of(mine.group()), Set.of(mine.country())));
                });
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
  }

  private long conflicts() {
    return failures.stream().filter(ManySeatsIT::conflict).count();
  }

  private static boolean conflict(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String name = cause.getClass().getSimpleName();
      boolean state =
          cause instanceof java.sql.SQLException sql
              && Set.of("40001", "40P01").contains(sql.getSQLState());
      if (state || name.contains("OptimisticLocking") || name.contains("ConcurrencyFailure")) {
        return true;
      }
    }
    return false;
  }

  private int joined() {
    return count("select count(*) from evidence where case_id = ? and action = 'asking.joined'");
  }

  private int count(String sql) {
    return jdbc.sql(sql).param(caseId).query(Integer.class).single();
  }
}
