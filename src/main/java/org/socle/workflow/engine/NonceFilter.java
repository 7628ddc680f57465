package org.socle.workflow.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.jspecify.annotations.Nullable;
import org.socle.security.EnginePolicy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives the pages of the engine's web applications the nonce of their own request: they look for it
 * in the servlet context, which all requests share.
 */
class NonceFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String nonce = EnginePolicy.nonce(request);
    ServletContext context = withNonce(request.getServletContext(), nonce);
    chain.doFilter(
        new HttpServletRequestWrapper(request) {
          @Override
          public ServletContext getServletContext() {
            return context;
          }
        },
        response);
  }

  private static ServletContext withNonce(ServletContext shared, String nonce) {
    return (ServletContext)
        Proxy.newProxyInstance(
            NonceFilter.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getAttribute")
                  && ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE.equals(arguments[0])) {
                return nonce;
              }
              return call(shared, method, arguments);
            });
  }

  private static @Nullable Object call(
      ServletContext shared, java.lang.reflect.Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(shared, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
