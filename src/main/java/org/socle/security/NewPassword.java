package org.socle.security;

/** A password as it was typed, twice; never shown. */
public record NewPassword(String password, String repeat) {

  @Override
  public String toString() {
    return "NewPassword";
  }
}
