package org.socle.operation;

/** The program cannot start; the message says why and what to do, in one line. */
class StartRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StartRefusedException(String why, String whatToDo) {
    super(why + " " + whatToDo);
  }
}
