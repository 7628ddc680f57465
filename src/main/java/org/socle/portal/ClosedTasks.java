package org.socle.portal;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socle.security.CurrentActor;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Says how a task ended that somebody still has open. */
@Repository
class ClosedTasks {

  private final JdbcClient jdbc;
  private final CurrentActor current;
  private final CountryDays countries;
  private final MessageSource messages;

  ClosedTasks(
      JdbcClient jdbc, CurrentActor current, CountryDays countries, MessageSource messages) {
    this.jdbc = jdbc;
    this.current = current;
    this.countries = countries;
    this.messages = messages;
  }

  /** Who answered the task and when, or that it ended; empty while it is open. */
  Optional<String> how(String taskId, Locale locale) {
    Say say = new Say(messages, locale);
    return jdbc.sql(
            """
            select d.country, d.candidate_group, d.answered_at, d.channel, d.state, s.institution
            from tracking_v_duty d left join stakeholder_v_seat s on d.candidate_group = 'seat-' || s.id
            where d.task_id = ? and d.state <> 'open'
            """)
        .param(taskId)
        .query(Closed.class)
        .optional()
        .filter(task -> current.get().countries().contains(task.country()))
        .map(task -> how(task, say));
  }

  private String how(Closed task, Say say) {
    if (task.answeredAt() == null) {
      return say.text(
          "silent".equals(task.state()) ? "portal.closed.silent" : "portal.closed.ended");
    }
    String owner =
        task.institution() == null ? say.group(task.candidateGroup()) : task.institution();
    String who = task.channel() == null ? owner : say.text("assisted.closed.staff", owner);
    return say.text(
        "assisted.closed.who", who, say.day(task.answeredAt(), countries.zone(task.country())));
  }

  private record Closed(
      String country,
      String candidateGroup,
      @Nullable Instant answeredAt,
      @Nullable String channel,
      String state,
      @Nullable String institution) {}
}
