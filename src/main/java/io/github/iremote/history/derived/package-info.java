/** Drives, charges and times of standing, found in the lines of a history; and what they cost. */
package io.github.iremote.history.derived;
