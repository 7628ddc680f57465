/** Examination of a request for support, with the agencies and the lead agency. */
@NullMarked
package org.socle.workflow.supportrequest;

import org.jspecify.annotations.NullMarked;
