package org.socle.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with the evidence.
 *
 * @param row id of the evidence row, null where no row can be named
 * @param position place in the chain, null where there is none
 * @param about column, day or number that the kind speaks of, or null
 */
public record Finding(
    Kind kind, @Nullable Long row, @Nullable Long position, @Nullable String about) {

  /** What is wrong; texts stand in the bundles under {@code evidence.finding.<kind>}. */
  public enum Kind {
    /** The content is not what its hash says. */
    CONTENT_CHANGED,
    /** The row says something else than when it was sealed. */
    ROW_CHANGED,
    /** A sealed row is gone. */
    ROW_MISSING,
    /** A row is older than five seconds and in no chain. */
    ROW_UNSEALED,
    /** The seal is not what row and predecessor give. */
    LINK_CHANGED,
    /** The row was sealed at another place. */
    ORDER_CHANGED,
    /** The chain is not the one under a daily root, or the root is not what its heads give. */
    ROOT_DIFFERS
  }
}
