package org.socle.security;

import java.util.List;
import java.util.stream.Stream;

/** Calls of the engine's web applications that reach one case; its servlets list none. */
final class EngineRoutes {

  private static final String ENGINE = "/camunda/api/engine/engine/default";

  private EngineRoutes() {}

  static List<Routes.Route> all() {
    return Stream.of(
            "GET /camunda/app/tasklist/default/",
            "GET /camunda/app/cockpit/default/",
            "GET /camunda/app/admin/default/",
            "GET " + ENGINE + "/task/{taskId}",
            "GET " + ENGINE + "/task/{taskId}/form",
            "GET " + ENGINE + "/task/{taskId}/deployed-form",
            "GET " + ENGINE + "/task/{taskId}/form-variables",
            "GET " + ENGINE + "/process-instance/{instanceId}",
            "GET " + ENGINE + "/process-instance/{instanceId}/activity-instances",
            "GET " + ENGINE + "/process-instance/{instanceId}/variables",
            "GET " + ENGINE + "/history/process-instance/{instanceId}",
            "POST " + ENGINE + "/task/{taskId}/claim",
            "POST " + ENGINE + "/task/{taskId}/submit-form")
        .map(call -> call.split(" "))
        .map(call -> new Routes.Route(call[0], call[1]))
        .toList();
  }
}
