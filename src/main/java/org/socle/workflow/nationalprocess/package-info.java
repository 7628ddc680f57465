/** The parent process of a case: registration at its start, closing at its end. */
@NullMarked
package org.socle.workflow.nationalprocess;

import org.jspecify.annotations.NullMarked;
