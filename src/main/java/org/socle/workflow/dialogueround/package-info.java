/** Rounds of dialogue, from the list of recommendations to the last decided item. */
@NullMarked
package org.socle.workflow.dialogueround;

import org.jspecify.annotations.NullMarked;
