/** Formation of the national working group, from the stakeholder map to its installation. */
@NullMarked
package org.socle.workflow.workinggroup;

import org.jspecify.annotations.NullMarked;
