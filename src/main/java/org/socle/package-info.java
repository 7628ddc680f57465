/** Socle: participatory national processes for social protection floors. */
@NullMarked
package org.socle;

import org.jspecify.annotations.NullMarked;
