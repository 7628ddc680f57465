package org.socle.security;

/** A setting with which the program cannot start; the message names it and says what to do. */
public class UnusableSettingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableSettingException(String setting, String whatToDo) {
    super("The setting " + setting + " cannot be used: " + whatToDo);
  }
}
