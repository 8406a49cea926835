/** When a watch tries again, when a burst has ended, and what a car still owes. */
package io.github.iremote.watch.timing;
