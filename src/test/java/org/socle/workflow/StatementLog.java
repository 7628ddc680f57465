package org.socle.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Hears every statement that the calling thread sends to the database; a batch is one. */
public final class StatementLog implements QueryExecutionListener {

  /** Work whose statements are counted. */
  @FunctionalInterface
  public interface Work {
    /** Does it. */
    void run() throws Exception;
  }

  /** A statement as it was sent, and whether finding out who is signed in needed it. */
  public record Sent(String sql, boolean signIn) {

    /** Whether the engine sent it for a table of its own. */
    public boolean engine() {
      return sql.toLowerCase(Locale.ROOT).contains(" act_");
    }
  }

  private final ThreadLocal<List<Sent>> heard = new ThreadLocal<>();

  /** The statements of this work, in order. */
  public List<Sent> of(Work work) throws Exception {
    List<Sent> outer = heard.get();
    List<Sent> mine = new ArrayList<>();
    heard.set(mine);
    try {
      work.run();
    } finally {
      heard.set(outer);
    }
    return mine;
  }

  /** The statements of this work apart from those of the sign-in. */
  public int count(Work work) throws Exception {
    return (int) of(work).stream().filter(sent -> !sent.signIn()).count();
  }

  @Override
  public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    List<Sent> sent = heard.get();
    if (sent != null && !queries.isEmpty()) {
      sent.add(new Sent(queries.get(0).getQuery(), signIn()));
    }
  }

  @Override
  public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

  private static boolean signIn() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames.anyMatch(
                    frame ->
                        frame.getClassName().startsWith("org.socle.security.AccountDirectory")));
  }

  /** Puts the log between the program and its database. */
  @TestConfiguration(proxyBeanMethods = false)
  public static class Wiring {

    @Bean
    static StatementLog statementLog() {
      return new StatementLog();
    }

    @Bean
    static BeanPostProcessor listening() {
      return new Listening();
    }
  }

  private static final class Listening implements BeanPostProcessor, BeanFactoryAware {

    private BeanFactory beans;

    @Override
    public void setBeanFactory(BeanFactory factory) {
      beans = factory;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return bean instanceof DataSource source
          ? ProxyDataSourceBuilder.create(source)
              .listener(beans.getBean(StatementLog.class))
              .build()
          : bean;
    }
  }
}
