package org.socle.workflow.task;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Makes the engine use our form handlers and the one task listener; looks beans up late, since they
 * need the engine.
 */
@Component
class FormPlugin extends AbstractProcessEnginePlugin {

  private final FormParseListener parseListener;

  FormPlugin(
      ObjectProvider<TaskForms> taskForms,
      ObjectProvider<StartForms> startForms,
      ObjectProvider<TaskDuties> duties) {
    this.parseListener = new FormParseListener(taskForms, startForms, duties);
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners();
    List<BpmnParseListener> all =
        listeners == null ? new ArrayList<>() : new ArrayList<>(listeners);
    all.add(parseListener);
    configuration.setCustomPostBPMNParseListeners(all);
    List<SessionFactory> factories = configuration.getCustomSessionFactories();
    List<SessionFactory> sessions =
        factories == null ? new ArrayList<>() : new ArrayList<>(factories);
    sessions.add(new CheckedTasks.Factory());
    configuration.setCustomSessionFactories(sessions);
  }
}
