package org.socle.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import org.socle.tracking.Askings.Asking;
import org.socle.tracking.Askings.Recipient;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Beans and rows that the benchmark of answers needs and the program does not. */
public final class BenchRounds {

  private BenchRounds() {}

  /** The seats of a plain round, as its multi-instance task asks for them. */
  public static final class PlainSeats {

    private final Map<String, List<String>> byRound = new ConcurrentHashMap<>();

    void put(String roundId, List<String> seatIds) {
      byRound.put(roundId, seatIds);
    }

    /** Called by the model. */
    public List<String> of(String roundId) {
      return byRound.get(roundId);
    }
  }

  /** Counts the statements of all threads; a batch is one. */
  static final class Statements implements QueryExecutionListener {

    private final java.util.concurrent.atomic.LongAdder sent =
        new java.util.concurrent.atomic.LongAdder();

    long sent() {
      return sent.sum();
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
      sent.increment();
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}
  }

  /** Puts the counter before the database and the seats where the plain model finds them. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Wiring {

    private static final Statements STATEMENTS = new Statements();

    @Bean
    static Statements statements() {
      return STATEMENTS;
    }

    @Bean
    PlainSeats plainSeats() {
      return new PlainSeats();
    }

    @Bean
    static BeanPostProcessor counting() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof javax.sql.DataSource source
              ? net.ttddyy.dsproxy.support.ProxyDataSourceBuilder.create(source)
                  .listener(STATEMENTS)
                  .build()
              : bean;
        }
      };
    }
  }

  /** A round that asks, with three items and this electorate, as rows alone. */
  static String rows(JdbcClient jdbc, String caseId, List<String> seatIds) {
    String round = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into round (id, case_id, sitting, number, convocation, state, asking_open, opened_at)
            values (?, ?, 1, 1, 1, 'ASKING', false, now())
            """)
        .params(round, caseId)
        .update();
    for (int item = 1; item <= 3; item++) {
      jdbc.sql(
              """
              insert into round_item (id, round_id, recommendation_id, code_number, guarantee, title, text, text_version, state)
              values (?, ?, ?, ?, 'G2', 'Item', 'Text', 1, 'OPEN')
              """)
          .params(UUID.randomUUID().toString(), round, UUID.randomUUID().toString(), item)
          .update();
    }
    electorate(jdbc, round, seatIds);
    return round;
  }

  static void electorate(JdbcClient jdbc, String round, List<String> seatIds) {
    jdbc.sql(
            """
            insert into electorate (round_id, seat_id, side, joined_at)
            select ?, seat_id, 'WRK', now() from unnest(?::varchar[]) as seat_id
            """)
        .params(round, seatIds.toArray(String[]::new))
        .update();
  }

  /** More recipients of the asking of a round. */
  static Asking portion(JdbcClient jdbc, String caseId, String round, List<String> seatIds) {
    Map<String, Object> asking =
        new HashMap<>(
            jdbc.sql("select * from asking where case_id = ?").param(caseId).query().singleRow());
    java.time.LocalDate due = ((java.sql.Date) asking.get("due_date")).toLocalDate();
    List<Recipient> recipients = new ArrayList<>();
    seatIds.forEach(
        id ->
            recipients.add(
                new Recipient("seat-" + id, due, Map.of("seatId", id, "roundId", round))));
    return new Asking(
        caseId,
        (String) asking.get("country"),
        (String) asking.get("kind"),
        "dialogue-round-position",
        "position.asked",
        (String) asking.get("join_message"),
        (String) asking.get("waiting_instance_id"),
        due,
        recipients);
  }
}
