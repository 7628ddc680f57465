package org.socle.tracking;

/** Reads the forms that the engine has deployed. */
public interface Forms {

  /**
   * The form of an open duty, in the version of its case; {@link DutyClosedException} when it is
   * not open.
   */
  FormSchema ofDuty(String dutyId);

  /** The newest start form of a process. */
  FormSchema ofStart(String processKey);
}
