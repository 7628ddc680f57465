package org.socle.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The writing calls of the engine's web applications that pass.
 *
 * <p>Completing, resolving, correlating, changing variables and deploying are not among them: they
 * go past the forms.
 */
final class EngineApiCalls {

  private static final String ENGINE = "/camunda/api/engine/engine/[^/]+";
  private static final List<Pattern> STAFF =
      patterns(
          // queries sent as a body
          "POST "
              + ENGINE
              + "/(task|variable-instance|process-instance|execution|case-execution|case-instance)(/count)?",
          "POST "
              + ENGINE
              + "/history/(task|process-instance|activity-instance|variable-instance|detail|incident"
              + "|decision-instance|job-log)(/count)?",
          "POST " + ENGINE + "/filter/[^/]+/(list|count|singleResult)",
          // work on a task, through its form
          "POST " + ENGINE + "/task/[^/]+/(claim|unclaim|assignee|submit-form)",
          "POST " + ENGINE + "/process-definition/[^/]+/submit-form",
          "POST " + ENGINE + "/process-definition/key/[^/]+(/tenant-id/[^/]+)?/submit-form");
  private static final List<Pattern> ADMINISTRATOR =
      patterns(
          "POST /camunda/api/cockpit/plugin/.+",
          "POST " + ENGINE + "/(job|job-definition|incident|external-task)(/count)?",
          "PUT " + ENGINE + "/(job|job-definition)/[^/]+/retries",
          "POST " + ENGINE + "/job/[^/]+/execute",
          "PUT " + ENGINE + "/(job|job-definition|process-instance)/[^/]+/suspended",
          "(PUT|DELETE) " + ENGINE + "/incident/[^/]+/annotation");

  private static final Pattern CLAIM = Pattern.compile("POST " + ENGINE + "/task/[^/]+/claim");
  private static final Pattern ASSIGN = Pattern.compile("POST " + ENGINE + "/task/[^/]+/assignee");

  private EngineApiCalls() {}

  /**
   * Whether a writing call may name nobody but the person who sends it: whoever claims answers for
   * what is entered, so only an administrator puts a task on somebody else.
   */
  static boolean namesSenderOnly(HttpServletRequest request, Set<String> groups) {
    String call = call(request);
    return CLAIM.matcher(call).matches()
        || ASSIGN.matcher(call).matches() && !groups.contains(Role.ADMINISTRATOR.group());
  }

  /** Whether a writing call passes for a person of these groups. */
  static boolean allowed(HttpServletRequest request, Set<String> groups) {
    String call = call(request);
    return matches(STAFF, call)
        || (groups.contains(Role.ADMINISTRATOR.group()) && matches(ADMINISTRATOR, call));
  }

  private static String call(HttpServletRequest request) {
    return request.getMethod() + " " + path(request);
  }

  /**
   * The path by which the server finds who answers: decoded, so that no other spelling of a letter
   * leads past a rule.
   */
  static String path(HttpServletRequest request) {
    String info = request.getPathInfo() == null ? "" : request.getPathInfo();
    return request.getServletPath() + info;
  }

  private static boolean matches(List<Pattern> patterns, String call) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(call).matches());
  }

  private static List<Pattern> patterns(String... calls) {
    return List.of(calls).stream().map(Pattern::compile).toList();
  }
}
