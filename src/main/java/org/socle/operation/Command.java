package org.socle.operation;

import java.util.List;

/**
 * A command of the program, run alone: no web, no demo, no job executor.
 *
 * <p>The class is called {@code <Name>Command}; the command's name is {@code <name>} in kebab case,
 * so that it is known before anything has been started.
 */
public interface Command {

  /** Word that calls the command, such as {@code replay}. */
  String name();

  /**
   * Runs with the words after the command's name; returns the exit code: 0 done, 1 failed, 2 wrong
   * usage.
   */
  int run(List<String> args);
}
