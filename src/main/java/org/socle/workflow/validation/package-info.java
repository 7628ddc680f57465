/** Technical validation and the levels that decide, to the outcome of each recommendation. */
@NullMarked
package org.socle.workflow.validation;

import org.jspecify.annotations.NullMarked;
