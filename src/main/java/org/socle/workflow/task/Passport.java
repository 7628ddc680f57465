package org.socle.workflow.task;

import java.util.Set;

/** What the engine keeps of a process; one bean per process, in the package of its delegates. */
public interface Passport {

  /** Key of the process. */
  String processKey();

  /**
   * Names of the variables whose values stay in the engine's history; never form values, never
   * names of people.
   */
  Set<String> historicVariables();
}
