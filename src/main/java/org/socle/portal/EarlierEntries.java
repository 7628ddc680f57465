package org.socle.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What had been entered in a step before a review sent it back, and why it came back. */
@Repository
class EarlierEntries {

  /**
   * A step that came back.
   *
   * @param values typed values by field
   */
  record Returned(String reason, Map<String, String> values) {}

  private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};
  private static final String RETURNED = "select b.reason, b.earlier from tracking_v_send_back b ";

  private final JdbcClient jdbc;
  private final ObjectMapper json = new ObjectMapper();

  EarlierEntries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Typed values by field of a duty; none when it was not sent back. */
  Map<String, String> of(DutyRow duty) {
    return duty.sentBack() == null
        ? Map.of()
        : read(RETURNED + "where b.duty_id = ?", duty.id()).map(Returned::values).orElse(Map.of());
  }

  /** How the step of an engine's task came back; empty when it did not. */
  Optional<Returned> ofTask(String taskId) {
    return read(
        RETURNED + "join tracking_v_duty d on d.id = b.duty_id where d.task_id = ?", taskId);
  }

  private Optional<Returned> read(String sql, String id) {
    return jdbc.sql(sql)
        .param(id)
        .query(
            (row, number) ->
                new Returned(row.getString("reason"), values(row.getString("earlier"))))
        .optional();
  }

  private Map<String, String> values(String earlier) {
    try {
      return json.readValue(earlier, VALUES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
