package org.socle.security;

/** Another way to sign in beside the form; there is none unless its profile is on. */
public interface SignInProvider {

  /** How it is called on the sign-in page. */
  String name();

  /** Path at which a sign-in through it begins. */
  String begin();

  /** Address at which a session there can be ended; empty when it names none. */
  String end();
}
