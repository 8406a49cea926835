/** What a car's owner and the machine do day by day, learnt from looks, and what that promises. */
package io.github.iremote.pace.habits;
