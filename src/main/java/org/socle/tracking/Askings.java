package org.socle.tracking;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socle.country.Term;

/**
 * Asks many and joins once: opens one contribution per recipient, counts answers after each commit,
 * and tells the waiting process instance once, when the last one has answered.
 */
public interface Askings {

  /**
   * Opens an asking and one contribution per recipient, in the caller's transaction.
   *
   * @return id of the asking; when there is nobody to ask it is joined at once after commit
   */
  String open(Asking asking);

  /**
   * Closes an asking (deadline, last answer or a person's decision); contributions still open end
   * and are recorded silent.
   */
  void close(String askingId, String reason);

  /**
   * Ends an asking before its deadline by a person's decision: who has not answered is recorded
   * silent, and the waiting instance goes on.
   *
   * @param actor account id of who decides
   * @param reason why, in the person's words
   * @return false when the asking was joined or closed before, or its case is suspended
   */
  boolean conclude(String askingId, String actor, String reason);

  /**
   * Keeps the open askings of a case from being joined or closed until the caller's transaction
   * ends; whoever changes who is asked calls it first.
   */
  void hold(String caseId);

  /**
   * Asks one more in an asking that waits, in the caller's transaction: due on the others' last
   * day, on the asking's own last day when that has passed, and never before today.
   *
   * @param group candidate group of the task
   * @param variables ids that the contribution carries
   * @return own last day to answer; empty when the asking does not wait any more
   */
  Optional<LocalDate> include(String askingId, String group, Map<String, String> variables);

  /**
   * Takes one out of an asking that waits: what it still owed ends as cancelled with the reason, an
   * answer that it gave stays on record and no longer counts.
   *
   * @return whether it was asked
   */
  boolean takeOut(String askingId, String group, String actor, String reason);

  /**
   * Hands what one still owes over to another: its duty ends as cancelled with the reason, and the
   * other is asked for the same by the same day, never before today.
   *
   * @return false when nothing of the kind is owed in the asking
   */
  boolean handOver(String askingId, HandOver what, String actor, String reason);

  /**
   * Lets the answer of one who was taken out count again; false when there is none in the asking.
   */
  boolean readmit(String askingId, String group, String actor);

  /** What was asked of seats and functions of a case and became of it, in the order of asking. */
  List<Asked> history(String caseId);

  /** Askings of a case that still wait for answers, oldest first. */
  List<OpenAsking> openOf(String caseId);

  /** Counts of an asking. */
  Tally tally(String askingId);

  /**
   * What is asked of whom.
   *
   * @param caseId case
   * @param country ISO 3166 alpha-3 code
   * @param kind what is asked, such as {@code nomination}
   * @param processKey key of the contribution's process, such as {@code working-group-nomination}
   * @param startMessage message that starts a contribution, such as {@code nomination.asked}
   * @param joinMessage message that tells the waiting instance, such as {@code
   *     nominations.answered}
   * @param waitingInstanceId process instance that waits for the join message
   * @param dueDate last day to answer, in the country
   * @param recipients who is asked
   * @param unit what the terms count; a pause of the case moves the dates in the same unit
   */
  record Asking(
      String caseId,
      String country,
      String kind,
      String processKey,
      String startMessage,
      String joinMessage,
      String waitingInstanceId,
      LocalDate dueDate,
      List<Recipient> recipients,
      Term.Unit unit) {

    /** An asking whose terms count calendar days, or whose dates somebody chose. */
    public Asking(
        String caseId,
        String country,
        String kind,
        String processKey,
        String startMessage,
        String joinMessage,
        String waitingInstanceId,
        LocalDate dueDate,
        List<Recipient> recipients) {
      this(
          caseId,
          country,
          kind,
          processKey,
          startMessage,
          joinMessage,
          waitingInstanceId,
          dueDate,
          recipients,
          Term.Unit.CALENDAR_DAYS);
    }
  }

  /**
   * One who is asked.
   *
   * @param group candidate group of the task: {@code seat-<id>}, {@code agency-<code>} or a
   *     function
   * @param dueDate own last day to answer
   * @param variables ids that the contribution carries, such as {@code seatId}; strings only
   */
  record Recipient(String group, LocalDate dueDate, Map<String, String> variables) {}

  /**
   * A duty that passes from one to another.
   *
   * @param subjectId id of what it is about
   * @param variables ids that the contribution carries, the subject among them
   */
  record HandOver(String subjectId, String from, String to, Map<String, String> variables) {}

  /**
   * An asking that waits for answers.
   *
   * @param kind what is asked, such as {@code position}
   * @param dueDate last day before it closes by itself, in the country
   */
  record OpenAsking(String id, String kind, LocalDate dueDate, int asked, int answered) {}

  /**
   * One who was asked in an asking and is still counted in it.
   *
   * @param closes last day before the asking closes or would have closed by itself
   * @param state open, answered or silent
   */
  record Asked(String group, String country, String kind, LocalDate closes, String state) {}

  /** Counts of an asking: of those who are asked; who was taken out is not among them. */
  record Tally(int asked, int answered, int open) {}
}
