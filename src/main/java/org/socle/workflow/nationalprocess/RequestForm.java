package org.socle.workflow.nationalprocess;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.socle.nationalprocess.SubmittedRequest;
import org.socle.workflow.task.FormValues;

/**
 * The request form on its way through the engine: start variables that the first delegate turns
 * into a row.
 */
final class RequestForm {

  private static final List<String> TEXTS =
      List.of(
          "title",
          "requestingInstitution",
          "signatoryFunction",
          "authorityLevel",
          "leadMinistry",
          "objectives",
          "subject",
          "linkToNationalPlan");
  private static final List<String> TICKS =
      List.of(
          "governmentOrigin",
          "signedLetter",
          "guaranteeG1",
          "guaranteeG2",
          "guaranteeG3",
          "guaranteeG4");
  private static final List<String> DATES = List.of("letterDate", "expectedCompletion");

  private RequestForm() {}

  static Map<String, Object> variables(FormValues values) {
    Map<String, Object> variables = new HashMap<>();
    Stream.of(TEXTS, TICKS)
        .flatMap(List::stream)
        .filter(values::has)
        .forEach(key -> variables.put(key, values.values().get(key)));
    DATES.stream()
        .filter(values::has)
        .forEach(key -> variables.put(key, String.valueOf(values.dateOrNull(key))));
    return variables;
  }

  static SubmittedRequest take(VariableScope scope) {
    SubmittedRequest request =
        new SubmittedRequest(
            (String) scope.getVariable(NationalProcessProcess.COUNTRY),
            (String) scope.getVariable("title"),
            (String) scope.getVariable("requestingInstitution"),
            (Boolean) scope.getVariable("governmentOrigin"),
            (String) scope.getVariable("signatoryFunction"),
            (String) scope.getVariable("authorityLevel"),
            (Boolean) scope.getVariable("signedLetter"),
            date(scope, "letterDate"),
            (String) scope.getVariable("leadMinistry"),
            (String) scope.getVariable("objectives"),
            guarantees(scope),
            (String) scope.getVariable("subject"),
            date(scope, "expectedCompletion"),
            (String) scope.getVariable("linkToNationalPlan"));
    Stream.of(TEXTS, TICKS, DATES).forEach(scope::removeVariables);
    return request;
  }

  private static Set<String> guarantees(VariableScope scope) {
    return Stream.of("G1", "G2", "G3", "G4")
        .filter(code -> Boolean.TRUE.equals(scope.getVariable("guarantee" + code)))
        .collect(Collectors.toSet());
  }

  private static @Nullable LocalDate date(VariableScope scope, String name) {
    String text = (String) scope.getVariable(name);
    return text == null ? null : LocalDate.parse(text);
  }
}
