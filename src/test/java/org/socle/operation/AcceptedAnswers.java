package org.socle.operation;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.socle.operation.Visitor.Page;

/**
 * People who work until the program is gone, and what was confirmed to them: a page that said so
 * was received whole.
 */
final class AcceptedAnswers {

  private static final Pattern DUTY = Pattern.compile("/my-tasks/([0-9a-f-]{36})");
  private static final Pattern ITEM = Pattern.compile("name=\"value-([0-9a-f-]{36})\"");

  /** Ids of confirmed cases by title. */
  final Map<String, String> requests = new ConcurrentHashMap<>();

  /** Ids of duties whose answer was confirmed. */
  final Queue<String> checks = new ConcurrentLinkedQueue<>();

  /** Duties of the trade union whose answer was confirmed. */
  final Queue<String> rounds = new ConcurrentLinkedQueue<>();

  /** What went wrong although the program was there. */
  final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

  /** Someone who does one thing again and again. */
  interface Work {
    void go(Visitor visitor) throws IOException, InterruptedException;
  }

  /** Works until the connection ends, which only the kill does. */
  Runnable until(RunningProgram program, String loginName, Work work) {
    return () -> {
      try {
        Visitor visitor = Visitor.signIn(program, loginName);
        while (program.runs()) {
          work.go(visitor);
        }
      } catch (IOException gone) {
        // The kill; whatever was under way was not confirmed.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException | AssertionError e) {
        failures.add(e);
      }
    };
  }

  /** Enters, checks and sends a request under this title. */
  void request(Visitor visitor, String title) throws IOException, InterruptedException {
    Page entry = expect(visitor.get("/request"), "name=\"title\"");
    Map<String, String> typed = new HashMap<>();
    typed.put("_step", "check");
    typed.put("country", "XTR");
    typed.put("title", title);
    typed.put("requestingInstitution", "Ministry of Labour");
    typed.put("governmentOrigin", "true");
    typed.put("signatoryFunction", "Minister of Labour");
    typed.put("authorityLevel", "MINISTER");
    typed.put("signedLetter", "true");
    typed.put("leadMinistry", "Ministry of Labour");
    typed.put("objectives", "A floor for everybody");
    typed.put("guaranteeG1", "true");
    typed.put("subject", "PENSION");
    Page check = expect(visitor.post("/request", entry, typed), "Check your answers");
    Page sent =
        expect(
            visitor.post("/request", check, Map.of("_step", "send")), "The request was received");
    requests.put(title, sent.path().split("/")[2]);
  }

  /** Accepts one request that waits for its check; does nothing when none does. */
  void check(Visitor visitor) throws IOException, InterruptedException {
    Page list = expect(visitor.get("/my-tasks"), "My tasks");
    List<String> open = duties(list, "Check request");
    if (!open.isEmpty()) {
      answer(visitor, open.get(0), Map.of("outcome", "ACCEPT", "reason", "Complete"));
      checks.add(open.get(0));
    }
  }

  /** Answers the round with support for every item, once. */
  void round(Visitor visitor) throws IOException, InterruptedException {
    Page list = expect(visitor.get("/my-tasks"), "My tasks");
    List<String> open = duties(list, "Answer positions");
    if (!open.isEmpty()) {
      Page page = expect(visitor.get("/my-tasks/" + open.get(0)), "value-");
      Map<String, String> typed = new HashMap<>();
      ITEM.matcher(page.body())
          .results()
          .forEach(item -> typed.put("value-" + item.group(1), "SUPPORT"));
      answer(visitor, open.get(0), typed);
      rounds.add(open.get(0));
    }
  }

  /** Enters, checks and sends an answer; returns when its confirmation was received. */
  static void answer(Visitor visitor, String dutyId, Map<String, String> values)
      throws IOException, InterruptedException {
    String path = "/my-tasks/" + dutyId;
    Page entry = expect(visitor.get(path), "<form");
    Map<String, String> typed = new HashMap<>(values);
    typed.put("_step", "check");
    Page check = expect(visitor.post(path, entry, typed), "Check your answers");
    expect(visitor.post(path, check, Map.of("_step", "send")), "Your answer was received");
  }

  /** Ids of the duties on the list whose task has the name. */
  static List<String> duties(Page list, String name) {
    return Pattern.compile("<a href=\"/my-tasks/[0-9a-f-]{36}\">[^<]*</a>")
        .matcher(list.body())
        .results()
        .map(MatchResult::group)
        .filter(link -> link.contains(">" + name + "<"))
        .map(link -> DUTY.matcher(link).results().findFirst().orElseThrow().group(1))
        .toList();
  }

  private static Page expect(Page page, String words) throws IOException {
    if (page.status() != 200 || !page.body().contains(words)) {
      throw new IllegalStateException("No \"" + words + "\" in " + page);
    }
    return page;
  }
}
