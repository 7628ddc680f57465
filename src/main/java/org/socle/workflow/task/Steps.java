package org.socle.workflow.task;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Finds the step behind a user task or a start form; one bean each, named by element or process.
 */
@Component
class Steps {

  private final Map<String, TaskStep> tasks;
  private final Map<String, StartStep> starts;

  Steps(ObjectProvider<TaskStep> tasks, ObjectProvider<StartStep> starts) {
    this.tasks =
        tasks.stream()
            .collect(Collectors.toUnmodifiableMap(TaskStep::element, Function.identity()));
    this.starts =
        starts.stream()
            .collect(Collectors.toUnmodifiableMap(StartStep::processKey, Function.identity()));
  }

  /** The step of a user task; an {@link IllegalStateException} when nobody wrote it. */
  TaskStep task(String element) {
    TaskStep step = tasks.get(element);
    if (step == null) {
      throw new IllegalStateException("No step for " + element);
    }
    return step;
  }

  /** The step of a start form; an {@link IllegalStateException} when nobody wrote it. */
  StartStep start(String processKey) {
    StartStep step = starts.get(processKey);
    if (step == null) {
      throw new IllegalStateException("No start step for " + processKey);
    }
    return step;
  }
}
