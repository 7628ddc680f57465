package org.socle.workflow.engine;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/**
 * What an expression of a model or a filter may name: a variable, a delegate, a function of the
 * engine, the case of an execution. It calls no method and reads no other property of anything, so
 * that an expression which came in from outside could compute nothing (CVE-2026-109432).
 */
class ModelExpressions extends JuelExpressionManager {

  private final BeanFactory beans;

  ModelExpressions(BeanFactory beans) {
    this.beans = beans;
  }

  @Override
  protected ELResolver createElResolver() {
    CompositeELResolver names = new CompositeELResolver();
    names.add(new VariableScopeElResolver());
    names.add(new VariableContextElResolver());
    names.add(new Names(beans));
    return names;
  }

  /** Beans that the models call, the case that they hand on, and nothing else. */
  private static final class Names extends ELResolver {

    private static final String CASE = "processBusinessKey";

    private final BeanFactory beans;

    private Names(BeanFactory beans) {
      this.beans = beans;
    }

    @Override
    public @Nullable Object getValue(
        ELContext context, @Nullable Object base, @Nullable Object property) {
      if (base == null
          && property instanceof String name
          && beans.containsBean(name)
          && beans.isTypeMatch(name, JavaDelegate.class)) {
        context.setPropertyResolved(true);
        return beans.getBean(name);
      }
      if (base instanceof DelegateExecution execution && CASE.equals(property)) {
        context.setPropertyResolved(true);
        return execution.getProcessBusinessKey();
      }
      return null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
      return Object.class;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
      // nothing can be written
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
      return true;
    }

    @Override
    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(
        ELContext context, Object base) {
      return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
      return Object.class;
    }
  }
}
