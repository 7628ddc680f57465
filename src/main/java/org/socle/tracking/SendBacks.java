package org.socle.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.socle.evidence.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Steps that a review sent back for correction, why, and what had been entered before. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SendBacks {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JdbcClient jdbc;
  private final Evidence evidence;
  private final Clock clock;

  SendBacks(JdbcClient jdbc, Evidence evidence, Clock clock) {
    this.jdbc = jdbc;
    this.evidence = evidence;
    this.clock = clock;
  }

  /**
   * Notes that a review sends the step before it back.
   *
   * @param element id of the reviewing user task
   */
  public void send(
      String caseId, String processInstanceId, String element, String reason, String actor) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into send_back (id, case_id, process_instance_id, element, reason, sent_by, sent_at)
            values (:id, :caseId, :instance, :element, :reason, :actor, :at)
            """)
        .param("id", id)
        .param("caseId", caseId)
        .param("instance", processInstanceId)
        .param("element", element)
        .param("reason", reason)
        .param("actor", actor)
        .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
    evidence.record(
        caseId, actor, "step.sent-back", id, Map.of("element", element, "reason", reason));
  }

  /**
   * Gives what was sent back in a process instance to the duty that takes the step up again.
   *
   * @param earlier what had been entered before, by field
   * @return the reason; empty when nothing was sent back
   */
  public Optional<String> receive(
      String processInstanceId, String dutyId, Map<String, String> earlier) {
    return jdbc.sql(
            """
            update send_back set duty_id = :duty, earlier = :earlier
            where process_instance_id = :instance and duty_id is null returning reason
            """)
        .param("duty", dutyId)
        .param("earlier", json(earlier))
        .param("instance", processInstanceId)
        .query(String.class)
        .optional();
  }

  private static String json(Map<String, String> values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
