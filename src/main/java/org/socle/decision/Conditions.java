package org.socle.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socle.country.Term;
import org.socle.country.WorkingCalendar;
import org.socle.decision.Levels.DecisionLevel;
import org.socle.evidence.Evidence;
import org.socle.evidence.Published;
import org.socle.notification.Mail;
import org.socle.notification.Notifications;
import org.socle.tracking.Askings;
import org.socle.tracking.Askings.Asking;
import org.socle.tracking.Askings.Recipient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Conditions under which a level returned items, each with an owner and a date of its own. */
@Service
public class Conditions {

  /** Who is asked, and until when, where a published case names neither. */
  private static final String FALLBACK_OWNER = "secretariat";

  private static final Term FALLBACK_TERM = new Term(30, Term.Unit.CALENDAR_DAYS);

  private final ConditionTable conditions;
  private final LevelTable levels;
  private final Askings askings;
  private final Notifications notifications;
  private final WorkingCalendar calendar;
  private final Evidence evidence;
  private final Published published;

  Conditions(
      ConditionTable conditions,
      LevelTable levels,
      Askings askings,
      Notifications notifications,
      WorkingCalendar calendar,
      Evidence evidence,
      Published published) {
    this.conditions = conditions;
    this.levels = levels;
    this.askings = askings;
    this.notifications = notifications;
    this.calendar = calendar;
    this.evidence = evidence;
    this.published = published;
  }

  /** Asks the owner of every open condition of the level; returns the asking's id. */
  @Transactional
  public String assign(String levelId, String country, String waitingInstanceId) {
    DecisionLevel level = levels.get(levelId);
    List<Condition> open = conditions.open(level);
    LocalDate fallbackDue = calendar.due(country, calendar.today(country), FALLBACK_TERM);
    List<Recipient> recipients =
        open.stream().map(condition -> recipient(condition, fallbackDue)).toList();
    LocalDate last =
        recipients.stream().map(Recipient::dueDate).max(LocalDate::compareTo).orElse(fallbackDue);
    String askingId =
        askings.open(
            new Asking(
                level.caseId(),
                country,
                "condition",
                "validation-condition",
                "condition.assigned",
                "conditions.fulfilled",
                waitingInstanceId,
                last,
                recipients));
    levels.asking(levelId, askingId);
    for (Recipient recipient : recipients) {
      String conditionId = recipient.variables().getOrDefault("conditionId", levelId);
      notifications.enqueue(
          new Mail(level.caseId(), "condition-assigned-owner", recipient.group(), conditionId));
    }
    evidence.record(
        level.caseId(),
        Evidence.SYSTEM,
        "conditions.assigned",
        levelId,
        Map.of("count", recipients.size()));
    return askingId;
  }

  /** Records that a condition is fulfilled; how it was may be unknown in a published case. */
  @Transactional
  public void fulfil(String conditionId, @Nullable String how, String actor) {
    Condition condition = conditions.find(conditionId).orElseThrow();
    conditions.fulfil(conditionId, how, actor);
    if (how == null && published.replayed(condition.caseId())) {
      published.notPublished(
          condition.caseId(),
          "userTask_fulfilCondition",
          "how and when this was fulfilled: " + condition.text());
    }
    evidence.record(
        condition.caseId(),
        actor,
        "condition.fulfilled",
        conditionId,
        Map.of("decision", condition.decisionId()));
  }

  /** Brings returned items back to the same level; decided ones stay decided. */
  @Transactional
  public void resubmit(String levelId) {
    DecisionLevel level = levels.get(levelId);
    askings.close(levels.askingId(levelId), "answered");
    levels.nextAttempt(levelId);
    evidence.record(
        level.caseId(),
        Evidence.SYSTEM,
        "items.resubmitted",
        levelId,
        Map.of("attempt", level.attempt() + 1));
  }

  /** Conditions of a case in the order in which they were set. */
  public List<Condition> ofCase(String caseId) {
    return conditions.ofCase(caseId);
  }

  /** One condition. */
  public Optional<Condition> find(String conditionId) {
    return conditions.find(conditionId);
  }

  private Recipient recipient(Condition condition, LocalDate fallbackDue) {
    String owner = condition.owner();
    LocalDate due = condition.dueDate();
    if (owner == null || due == null) {
      published.notPublished(
          condition.caseId(),
          "sendTask_assignConditions",
          "owner or date of the condition: " + condition.text());
    }
    return new Recipient(
        owner == null ? FALLBACK_OWNER : owner,
        due == null ? fallbackDue : due,
        Map.of("conditionId", condition.id()));
  }

  /**
   * One condition.
   *
   * @param owner group that must fulfil it, null when not published
   * @param dueDate last day, null when not published
   */
  public record Condition(
      String id,
      String caseId,
      String decisionId,
      String text,
      @Nullable String owner,
      @Nullable LocalDate dueDate,
      @Nullable Instant fulfilledAt,
      @Nullable String evidence) {}
}
