package org.socle.workflow.task;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** Tasks and process instances whose form was checked within the engine's current command. */
final class CheckedTasks implements Session {

  private final Set<String> ids = new HashSet<>();

  /** Notes that the form of a task or of a starting process instance was checked. */
  static void mark(String id) {
    session().ids.add(id);
  }

  /** Whether the form was checked within this command. */
  static boolean marked(String id) {
    return session().ids.contains(id);
  }

  private static CheckedTasks session() {
    return Context.getCommandContext().getSession(CheckedTasks.class);
  }

  @Override
  public void flush() {
    // nothing is stored
  }

  @Override
  public void close() {
    ids.clear();
  }

  /** Gives each command a list of its own. */
  static final class Factory implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return CheckedTasks.class;
    }

    @Override
    public Session openSession() {
      return new CheckedTasks();
    }
  }
}
