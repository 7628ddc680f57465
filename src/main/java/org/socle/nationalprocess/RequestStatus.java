package org.socle.nationalprocess;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The status of a request, which moves only from where it is expected to stand. */
@Component
class RequestStatus {

  private final JdbcClient jdbc;

  RequestStatus(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Moves the request on; {@link IllegalStateException} when it stands elsewhere, an error of the
   * model.
   */
  void move(String caseId, String from, String to, @Nullable String reason) {
    int updated =
        jdbc.sql(
                "update support_request set status = ?, status_reason = ? where case_id = ? and status = ?")
            .params(Arrays.asList(to, reason, caseId, from))
            .update();
    if (updated != 1) {
      throw new IllegalStateException("The request of case " + caseId + " is not " + from);
    }
  }
}
