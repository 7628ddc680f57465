/** Forms, steps and the one task listener behind every user task. */
@NullMarked
package org.socle.workflow.task;

import org.jspecify.annotations.NullMarked;
