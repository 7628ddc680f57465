package org.socle.workflow.task;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.stereotype.Component;

/** Forms as deployed, read once; deployments never change, so nothing here grows old. */
@Component
class FormLibrary {

  private final Map<String, FormFile> forms = new ConcurrentHashMap<>();

  /** A form of a deployment; must be called within an engine command. */
  FormFile form(String deploymentId, String formId) {
    FormFile known = forms.get(deploymentId + "/" + formId);
    if (known != null) {
      return known;
    }
    FormFile read = read(deploymentId, formId);
    forms.put(deploymentId + "/" + formId, read);
    return read;
  }

  private static FormFile read(String deploymentId, String formId) {
    if (formId.isEmpty()) {
      return FormFile.empty(formId);
    }
    ResourceEntity resource =
        Context.getCommandContext()
            .getResourceManager()
            .findResourceByDeploymentIdAndResourceName(deploymentId, formId + ".form");
    if (resource == null) {
      throw new IllegalStateException("Deployment " + deploymentId + " has no form " + formId);
    }
    return FormFile.read(formId, resource.getBytes());
  }
}
