package org.socle.workflow;

import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.country.WorkingCalendar;
import org.socle.tracking.Askings;
import org.socle.tracking.InvalidFormException;
import org.socle.workflow.task.FormValues;
import org.socle.workflow.task.StartStep;
import org.socle.workflow.task.TaskContext;
import org.socle.workflow.task.TaskStep;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Delegates and steps of the two small processes in {@code engine-test}. */
@TestConfiguration(proxyBeanMethods = false)
public class EngineTestProcesses {

  static final LocalDate DUE = LocalDate.of(2026, 3, 31);

  @Bean
  Faults faults(JdbcClient jdbc) {
    return new Faults(jdbc);
  }

  @Bean
  TaskStep decideStep(Faults faults) {
    return new TaskStep() {
      @Override
      public String element() {
        return "userTask_decide";
      }

      @Override
      public void check(TaskContext task, FormValues values) {
        if (values.text("reason").contains("because")) {
          throw InvalidFormException.of("reason", "error.not-an-option");
        }
      }

      @Override
      public Map<String, Object> accept(TaskContext task, FormValues values) {
        faults.strike();
        return values.has("rounds") ? Map.of("recipients", values.wholeOrNull("rounds")) : Map.of();
      }
    };
  }

  @Bean
  TaskStep answerStep(Faults faults) {
    return new TaskStep() {
      @Override
      public String element() {
        return "userTask_answer";
      }

      @Override
      public Map<String, Object> accept(TaskContext task, FormValues values) {
        faults.strike();
        return Map.of();
      }
    };
  }

  @Bean
  StartStep requestStep() {
    return new StartStep() {
      @Override
      public String processKey() {
        return "test-request";
      }

      @Override
      public void check(FormValues values, String userId) {
        if ("Again".equals(values.text("title"))) {
          throw InvalidFormException.of("title", "error.not-an-option");
        }
      }

      @Override
      public Map<String, Object> variables(FormValues values) {
        return Map.of("title", values.text("title"));
      }
    };
  }

  @Bean
  JavaDelegate storeDelegate() {
    return execution -> execution.removeVariable("title");
  }

  @Bean
  JavaDelegate askDelegate(Askings askings, WorkingCalendar calendar) {
    return execution -> {
      Object wanted = execution.getVariable("recipients");
      List<Askings.Recipient> recipients =
          IntStream.rangeClosed(1, wanted == null ? 5 : (Integer) wanted)
              .mapToObj(
                  number ->
                      new Askings.Recipient("seat-s" + number, DUE, Map.of("seatId", "s" + number)))
              .toList();
      String id =
          askings.open(
              new Askings.Asking(
                  execution.getProcessBusinessKey(),
                  "XTR",
                  "test",
                  "test-asking-answer",
                  "test.asked",
                  "test.answered",
                  execution.getProcessInstanceId(),
                  DUE,
                  Boolean.TRUE.equals(execution.getVariable("nobody")) ? List.of() : recipients));
      Map<String, Object> variables = new HashMap<>();
      variables.put("askingId", id);
      variables.put("deadline", Date.from(calendar.endOfDay("XTR", DUE)));
      execution.setVariables(variables);
    };
  }

  @Bean
  JavaDelegate closeDelegate(Askings askings) {
    return execution -> {
      askings.close((String) execution.getVariable("askingId"), "over");
      askings.close((String) execution.getVariable("askingId"), "over again");
    };
  }
}
