package org.socle.tracking;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts {@link Retries} around every transaction that is opened by an annotation, so that no page
 * and no service has to think of it.
 */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class RetriedTransactions {

  // Infrastructure, or the proxies made for transactions would leave it out; one place before the
  // transaction's own advice, which stands last.
  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static DefaultPointcutAdvisor retryAdvisor(ObjectProvider<Retries> retries) {
    DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(transactional(), around(retries));
    advisor.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
    return advisor;
  }

  private static ComposablePointcut transactional() {
    return new ComposablePointcut(new AnnotationMatchingPointcut(Transactional.class, true))
        .union(AnnotationMatchingPointcut.forMethodAnnotation(Transactional.class))
        .intersection(
            (org.springframework.aop.ClassFilter) type -> type.getName().startsWith("org.socle."));
  }

  private static MethodInterceptor around(ObjectProvider<Retries> retries) {
    // An invocation goes through its chain once, so each attempt has a copy of its own.
    return invocation ->
        retries
            .getObject()
            .call(() -> ((ProxyMethodInvocation) invocation).invocableClone().proceed());
  }
}
