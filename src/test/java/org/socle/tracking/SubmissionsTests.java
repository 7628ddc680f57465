package org.socle.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.socle.workflow.ProcessTestSupport;
import org.springframework.beans.factory.annotation.Autowired;

/** Forms are forgotten when nobody sends them again; keys of other programs are not. */
class SubmissionsTests extends ProcessTestSupport {

  @Autowired private Submissions submissions;

  @Test
  void forgetsAFormAfterAWeekAndNotBefore() {
    String account = "acc-" + UUID.randomUUID();
    submissions.forget();
    send(account, "form-1");
    send(account, "api-1");
    advance(Duration.ofDays(3));
    send(account, "form-2");

    advance(Duration.ofDays(4));
    submissions.forget();
    assertThat(kept(account)).containsExactly("api-1", "form-1", "form-2");
    assertThat(send(account, "form-1")).isEqualTo("first form-1");

    advance(Duration.ofSeconds(1));
    assertThat(submissions.forget()).isEqualTo(1);
    assertThat(kept(account)).containsExactly("api-1", "form-2");
    advance(Duration.ofDays(400));
    submissions.forget();
    assertThat(kept(account)).containsExactly("api-1");
  }

  @Test
  void findsOldFormsByAnIndex() {
    inTransaction(
        () -> {
          jdbc.sql("set local enable_seqscan = off").update();
          String plan =
              String.join(
                  " ",
                  jdbc.sql(
                          "explain select account_id, key from submission where sent_at < now()"
                              + " and key not like 'api-%' order by sent_at limit 1000")
                      .query(String.class)
                      .list());
          assertThat(plan).contains("ix_submission_form");
        });
  }

  private String send(String account, String key) {
    return submissions.once(account, key, Map.of("a", "b"), () -> "first " + key);
  }

  private List<String> kept(String account) {
    return jdbc.sql("select key from submission where account_id = ? order by key")
        .param(account)
        .query(String.class)
        .list();
  }
}
