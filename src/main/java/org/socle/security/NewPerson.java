package org.socle.security;

/**
 * Whom an account is for.
 *
 * @param loginName name used at sign-in, 2 to 60 of a-z, 0-9, dot and hyphen
 * @param displayName name that others read, 1 to 160 characters
 * @param email address, or empty
 * @param language en, fr or es
 */
public record NewPerson(String loginName, String displayName, String email, String language) {}
