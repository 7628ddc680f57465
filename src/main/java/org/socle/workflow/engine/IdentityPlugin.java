package org.socle.workflow.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.socle.country.Countries;
import org.socle.security.IdentityDirectory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the read-only identity provider in the place of the engine's own user tables. */
@Component
class IdentityPlugin extends AbstractProcessEnginePlugin implements SessionFactory {

  private final ObjectProvider<IdentityDirectory> directory;
  private final ObjectProvider<Countries> countries;

  IdentityPlugin(ObjectProvider<IdentityDirectory> directory, ObjectProvider<Countries> countries) {
    this.directory = directory;
    this.countries = countries;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setIdentityProviderSessionFactory(this);
  }

  @Override
  public Class<?> getSessionType() {
    return ReadOnlyIdentityProvider.class;
  }

  @Override
  public Session openSession() {
    return new DirectoryIdentityProvider(directory.getObject(), countries.getObject());
  }
}
