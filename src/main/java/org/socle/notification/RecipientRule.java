package org.socle.notification;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.Rules;
import org.socle.notification.Recipients.Capacity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the table <em>choose recipients</em> who of a group gets a mail.
 *
 * <p>A case keeps its version of the table, so one question has one answer as long as the program
 * runs; it is asked, and recorded as evidence, once.
 */
@Component
class RecipientRule {

  private static final String TABLE = "choose-recipients";
  private static final int MOST_KEPT = 10_000;

  /** What the table is asked. */
  record Question(String caseId, String event, @Nullable String phase, String constituency) {}

  /**
   * What it says.
   *
   * @param first in this order; only the first that can be reached gets the mail
   * @param also those who get it beside them
   * @param copies functions that are told
   */
  record Choice(List<Capacity> first, List<Capacity> also, List<String> copies) {}

  private final Rules rules;
  private final TransactionTemplate transaction;
  private final Map<Question, Choice> known = new ConcurrentHashMap<>();

  RecipientRule(Rules rules, PlatformTransactionManager transactions) {
    this.rules = rules;
    this.transaction = new TransactionTemplate(transactions);
  }

  Choice choose(Question question) {
    if (known.size() > MOST_KEPT) {
      known.clear();
    }
    Choice choice = known.get(question);
    if (choice == null) {
      choice = transaction.execute(status -> decide(question));
      known.put(question, choice);
    }
    return choice;
  }

  private Choice decide(Question question) {
    // A case that began before the table existed takes its newest version.
    rules.adopt(question.caseId(), TABLE);
    Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
    inputs.put("event", question.event());
    inputs.put("phase", question.phase());
    inputs.put("constituency", question.constituency());
    List<Map<String, Object>> rows = rules.decide(question.caseId(), TABLE, inputs);
    if (rows.size() != 1) {
      throw new IllegalStateException(
          rows.size() + " rows of " + TABLE + " for " + question.event());
    }
    Map<String, Object> row = rows.get(0);
    return new Choice(
        words(row, "recipients").stream().map(Capacity::valueOf).toList(),
        words(row, "also").stream().map(Capacity::valueOf).toList(),
        words(row, "copies"));
  }

  private static List<String> words(Map<String, Object> row, String column) {
    return Arrays.stream(String.valueOf(row.getOrDefault(column, "")).split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
