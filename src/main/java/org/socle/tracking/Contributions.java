package org.socle.tracking;

import java.util.List;

/** What an asking needs of the engine; {@code workflow} implements it. */
public interface Contributions {

  /**
   * Starts one contribution per recipient, in the versions deployed with the waiting instance, in
   * the caller's transaction.
   *
   * @throws IllegalStateException when that deployment has no such process
   */
  void start(String askingId, Askings.Asking asking);

  /**
   * Ends contributions whose duties are recorded already, in the caller's transaction; unknown ids
   * are left out.
   */
  void end(List<String> processInstanceIds);

  /**
   * Gives the waiting process instance its message, in the caller's transaction.
   *
   * @return whether the instance took it; false when it does not wait for it (suspended, ended, not
   *     there yet)
   * @throws org.springframework.dao.ConcurrencyFailureException when another transaction came
   *     first; worth another try
   */
  boolean join(String waitingInstanceId, String message);
}
